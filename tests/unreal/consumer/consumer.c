/*
 * A second user of the client core's ABI, in plain C: plays a conversation against a service as a game would, 60 ticks a second,
 * and writes the faces it saw. The tests look at what it prints and writes.
 *
 *   consumer --address 127.0.0.1:50051 --a a.wav --b b.wav [options]
 */
#define _POSIX_C_SOURCE 200809L

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "visavis/visavis.h"

#define TICK_S (1.0 / 60.0)

typedef struct wav {
  int rate;
  int64_t count;
  int16_t *samples;
} wav;

static void die(const char *what, const char *detail) {
  fprintf(stderr, "consumer: %s: %s\n", what, detail);
  exit(2);
}

static char *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) die("cannot open", path);
  fseek(file, 0, SEEK_END);
  const long length = ftell(file);
  rewind(file);
  char *bytes = malloc((size_t)length + 1);
  if (fread(bytes, 1, (size_t)length, file) != (size_t)length) die("cannot read", path);
  bytes[length] = 0;
  fclose(file);
  *size = (size_t)length;
  return bytes;
}

static uint32_t u32(const char *bytes) {
  const unsigned char *b = (const unsigned char *)bytes;
  return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

/* 16-bit mono WAV. */
static wav read_wav(const char *path) {
  wav out = {0, 0, NULL};
  size_t size = 0;
  char *bytes = read_file(path, &size);
  if (size < 44 || memcmp(bytes, "RIFF", 4) != 0) die("not a WAV file", path);
  for (size_t at = 12; at + 8 <= size;) {
    const uint32_t length = u32(bytes + at + 4);
    if (memcmp(bytes + at, "fmt ", 4) == 0) {
      if ((u32(bytes + at + 8) & 0xffff) != 1 || u32(bytes + at + 8) >> 16 != 1) die("not PCM mono", path);
      if (u32(bytes + at + 20) >> 16 != 16) die("not 16 bit", path);
      out.rate = (int)u32(bytes + at + 12);
    } else if (memcmp(bytes + at, "data", 4) == 0) {
      out.count = length / 2;
      out.samples = (int16_t *)(void *)(bytes + at + 8);
      break;
    }
    at += 8 + length + (length & 1);
  }
  if (out.rate == 0 || out.samples == NULL) die("no sound in", path);
  int16_t *copy = malloc((size_t)out.count * 2);
  memcpy(copy, out.samples, (size_t)out.count * 2);
  out.samples = copy;
  free(bytes);
  return out;
}

static double now_s(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void sleep_until(double when) {
  const double left = when - now_s();
  if (left <= 0) return;
  const struct timespec t = {(time_t)left, (long)((left - (double)(time_t)left) * 1e9)};
  nanosleep(&t, NULL);
}

static const char *option(int argc, char **argv, const char *name, const char *otherwise) {
  for (int i = 1; i + 1 < argc; ++i) {
    if (strcmp(argv[i], name) == 0) return argv[i + 1];
  }
  return otherwise;
}

static void write_face(FILE *out, double wall_s, const char *who, const vav_face_pose *face) {
  fprintf(out, "%.4f,%s,%.5f,%.4f,%.5f,%d,%.4f", wall_s, who, face->time_s, (double)face->presence, (double)face->speaking,
          (int)face->gaze_kind, (double)face->gaze_on_partner);
  for (int i = 0; i < VAV_ARKIT_COUNT; ++i) fprintf(out, ",%.6f", (double)face->weights[i]);
  const float *rotations[] = {face->body, face->head, face->left_eye, face->right_eye};
  for (int r = 0; r < 4; ++r) {
    for (int i = 0; i < 4; ++i) fprintf(out, ",%.6f", (double)rotations[r][i]);
  }
  for (int i = 0; i < 3; ++i) fprintf(out, ",%.6f", (double)face->position[i]);
  fputc('\n', out);
}

int main(int argc, char **argv) {
  const vav_api *vav = vav_get_api(VAV_ABI_VERSION);
  if (vav == NULL) die("the library does not speak ABI version", "1");
  if (vav_get_api(VAV_ABI_VERSION + 1) != NULL) die("the library claims an ABI version that does not exist", "");

  vav_connection_options connection;
  memset(&connection, 0, sizeof connection);
  connection.struct_size = sizeof connection;
  connection.address = option(argc, argv, "--address", "127.0.0.1:50051");
  connection.token = option(argc, argv, "--token", NULL);
  connection.server_name = option(argc, argv, "--server-name", NULL);
  connection.connect_timeout_s = atof(option(argc, argv, "--connect-timeout", "0"));
  connection.stall_timeout_s = atof(option(argc, argv, "--stall-timeout", "0"));
  connection.give_up_after_s = atof(option(argc, argv, "--give-up-after", "0"));
  const char *root = option(argc, argv, "--tls-root", NULL);
  size_t ignored = 0;
  if (root != NULL) {
    connection.use_tls = 1;
    connection.root_certificates = read_file(root, &ignored);
  }

  const char *path_a = option(argc, argv, "--a", NULL);
  const char *path_b = option(argc, argv, "--b", NULL);
  const char *path_mixed = option(argc, argv, "--mixed", NULL);
  wav tracks[2];
  vav_participant participants[2] = {VAV_PARTICIPANT_A, VAV_PARTICIPANT_B};
  int track_count = 2;
  if (path_mixed != NULL) {
    tracks[0] = read_wav(path_mixed);
    participants[0] = VAV_PARTICIPANT_MIXED;
    track_count = 1;
  } else if (path_a != NULL && path_b != NULL) {
    tracks[0] = read_wav(path_a);
    tracks[1] = read_wav(path_b);
  } else {
    die("wants", "--mixed M.wav, or --a A.wav --b B.wav");
  }
  const double speed = atof(option(argc, argv, "--speed", "1")); /* 1 plays as a game, more is faster */
  const double delay_s = atof(option(argc, argv, "--delay", "0.35"));
  /* The game stands still while it has nothing newer to show than this many seconds ago; below 0 it never does. */
  const double patience_s = atof(option(argc, argv, "--patience", "-1"));
  const double cancel_after_s = atof(option(argc, argv, "--cancel-after", "0"));

  vav_scene_update scene;
  memset(&scene, 0, sizeof scene);
  scene.struct_size = sizeof scene;
  scene.transition_s = -1;
  scene.pose_text = option(argc, argv, "--pose", NULL);

  vav_conversation_options options;
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  options.connection = &connection;
  options.sample_rate = tracks[0].rate;
  options.encoding = VAV_AUDIO_S16;
  options.layout = track_count == 1 ? VAV_LAYOUT_MIXED : VAV_LAYOUT_SEPARATE;
  options.fps = atoi(option(argc, argv, "--fps", "30"));
  options.look_ahead = atoi(option(argc, argv, "--look-ahead", "1"));
  options.weights = strcmp(option(argc, argv, "--weights", "solved"), "service") == 0 ? VAV_WEIGHTS_FROM_SERVICE
                                                                                      : VAV_WEIGHTS_SOLVED;
  options.seed = 7;
  options.scene = scene.pose_text != NULL ? &scene : NULL;

  vav_conversation *conversation = NULL;
  if (vav->conversation_open(&options, &conversation) != VAV_OK) die("cannot open", vav->last_error());

  FILE *faces = NULL;
  const char *faces_path = option(argc, argv, "--faces", NULL);
  if (faces_path != NULL) {
    faces = fopen(faces_path, "w");
    if (faces == NULL) die("cannot write", faces_path);
  }

  int64_t pushed[2] = {0, 0};
  int64_t count = tracks[0].count;
  for (int t = 1; t < track_count; ++t) count = tracks[t].count > count ? tracks[t].count : count;
  const double total_s = (double)count / tracks[0].rate;
  double began = now_s();
  double said_s = 0;
  int waiting = 0;
  int finished = 0;
  int exit_code = 0;
  for (int64_t tick = 1; exit_code == 0; ++tick) {
    const double game_s = (double)tick * TICK_S * speed;
    sleep_until(began + (double)tick * TICK_S);
    if (cancel_after_s > 0 && now_s() - began > cancel_after_s) vav->conversation_cancel(conversation);

    for (int t = 0; t < track_count; ++t) {
      int64_t due = (int64_t)(game_s * tracks[t].rate);
      if (due > tracks[t].count) due = tracks[t].count;
      if (due > pushed[t]) {
        int64_t taken = 0;
        vav->push_audio(conversation, participants[t], pushed[t], tracks[t].samples + pushed[t], due - pushed[t], &taken);
        pushed[t] += taken;
      } else if (due >= tracks[t].count && track_count == 2 && game_s < total_s) {
        vav->push_clock(conversation, participants[t], (int64_t)(game_s * tracks[t].rate));
      }
    }
    if (!finished && game_s >= total_s && pushed[0] == tracks[0].count) {
      finished = 1;
      vav->conversation_finish(conversation);
    }

    vav_event event;
    while (vav->next_event(conversation, &event) == VAV_OK) {
      printf("event %.3f kind=%d participant=%d number=%" PRId64 " time=%.3f value=%.3f name=\"%s\" text=\"%s\"\n",
             now_s() - began, (int)event.kind, (int)event.participant, event.number, event.time_s, event.value, event.name,
             event.text);
      fflush(stdout);
    }

    const double shown_s = game_s - delay_s;
    if (shown_s >= 0) {
      vav_face_pose face;
      for (int person = 0; person < 2; ++person) {
        const vav_participant who = person == 0 ? VAV_PARTICIPANT_A : VAV_PARTICIPANT_B;
        if (vav->sample(conversation, who, shown_s, &face) == VAV_OK && faces != NULL) {
          write_face(faces, now_s() - began, person == 0 ? "a" : "b", &face);
        }
      }
    }

    if (game_s >= said_s + 0.5) {
      said_s += 0.5;
      printf("at %.1f\n", said_s);
      fflush(stdout);
    }
    const vav_state state = vav->conversation_state(conversation);
    if (patience_s >= 0 && shown_s >= 0 && state < VAV_STATE_FINISHED) {
      vav_statistics so_far;
      vav->statistics(conversation, &so_far);
      const double last_s = total_s - 1.5 / options.fps;
      if ((shown_s < last_s ? shown_s : last_s) - so_far.newest_frame_s > patience_s) {
        if (!waiting) {
          printf("waiting at %.3f\n", game_s);
          fflush(stdout);
        }
        waiting = 1;
        began += TICK_S;
        --tick;
        continue;
      }
      waiting = 0;
    }
    if (state == VAV_STATE_FAILED) exit_code = 3;
    if (state == VAV_STATE_CANCELLED) exit_code = 4;
    if (state == VAV_STATE_FINISHED && shown_s > total_s) break;
  }
  vav_event event;
  while (vav->next_event(conversation, &event) == VAV_OK) {
    printf("event %.3f kind=%d participant=%d number=%" PRId64 " time=%.3f value=%.3f name=\"%s\" text=\"%s\"\n",
           now_s() - began, (int)event.kind, (int)event.participant, event.number, event.time_s, event.value, event.name,
           event.text);
  }
  vav_statistics s;
  vav->statistics(conversation, &s);
  const double closing = now_s();
  vav->conversation_close(conversation);
  printf("statistics {\"frames\": %" PRId64 ", \"refused\": %" PRId64 ", \"late\": %" PRId64 ", \"bytes_received\": %" PRId64
         ", \"bytes_sent\": %" PRId64 ", \"reconnects\": %" PRId64 ", \"newest_s\": %.3f, \"pushed_s\": %.3f, \"sent_s\": %.3f"
         ", \"retarget_us\": %.2f, \"close_ms\": %.2f, \"transport\": \"%s\", \"version\": \"%s\"}\n",
         s.frames_received, s.frames_refused, s.frames_late, s.bytes_received, s.bytes_sent, s.reconnects, s.newest_frame_s,
         s.audio_pushed_s, s.audio_sent_s, s.retarget_us, 1e3 * (now_s() - closing), vav->transport, vav->version);
  if (faces != NULL) fclose(faces);
  for (int t = 0; t < track_count; ++t) free(tracks[t].samples);
  free((void *)connection.root_certificates);
  return exit_code;
}
