/*
 * Vis-a-Vis client core: one header, one shared library, plain C.
 *
 * How it is used
 *   const vav_api *vav = vav_get_api(VAV_ABI_VERSION);      the library exports this one symbol
 *   vav->conversation_open(&options, &conversation);        returns at once, connects by itself
 *   vav->push_audio(conversation, ...);                     from any thread, as sound comes
 *   while (vav->next_event(conversation, &event)) ...       once per game tick
 *   vav->sample(conversation, VAV_PARTICIPANT_A, time_s, &pose);
 *   vav->conversation_close(conversation);                  bounded: never waits for the network
 *
 * Rules
 * - Nothing calls back into the caller. Everything is asked for (polled).
 * - All functions of a conversation may be called from any thread; a handle may not be used after it was closed.
 *   The other handles (retargeter, profile, gaze, playback, baked) belong to one thread at a time.
 * - Strings are UTF-8 and end with zero; what is passed in is copied. NULL means "not given".
 * - An options struct begins with `struct_size`: set it to sizeof(the struct), zero the rest. A newer library accepts the
 *   options of an older header of the same VAV_ABI_VERSION; fields are only ever added at their end. All other structs never
 *   change within one VAV_ABI_VERSION.
 * - Frames of reference: the conversation frame of the wire: right-handed, metres, +Y up, a face looks along +Z, its left is +X.
 *   `convert_*` turns positions and rotations into an engine's.
 * - In the steady state `sample`, `next_event`, `push_audio`, `retarget`, `profile_apply`, `gaze_solve` do not allocate.
 */
#ifndef VISAVIS_VISAVIS_H
#define VISAVIS_VISAVIS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_WIN32)
#if defined(VISAVIS_CORE_BUILD)
#define VAV_EXPORT __declspec(dllexport)
#else
#define VAV_EXPORT
#endif
#else
#define VAV_EXPORT __attribute__((visibility("default")))
#endif

/* Raised when an existing function or field changes its meaning. Additions do not raise it. */
#define VAV_ABI_VERSION 1u

#define VAV_ARKIT_COUNT 52       /* blendshapes, Apple's order */
#define VAV_MAX_EXPRESSION 128   /* FLAME expression coefficients at most */
#define VAV_NAME_SIZE 68         /* bytes of a name, ending zero included */
#define VAV_TEXT_SIZE 512        /* bytes of a sentence, ending zero included */

/* What a call came to. `last_error` has the sentence. */
typedef int32_t vav_status;
enum {
  VAV_OK = 0,
  VAV_INVALID_ARGUMENT = 1, /* the sentence names the field */
  VAV_NOT_READY = 2,        /* nothing to give yet */
  VAV_CLOSED = 3,           /* finished, failed or cancelled before */
  VAV_FULL = 4,             /* a buffer has no room: try later */
  VAV_NOT_FOUND = 5,        /* no such preset, channel or file */
  VAV_OUT_OF_MEMORY = 6
};

typedef int32_t vav_participant;
enum {
  VAV_PARTICIPANT_MIXED = 0, /* nobody's: the one track with both voices; for a clock: every track */
  VAV_PARTICIPANT_A = 1,
  VAV_PARTICIPANT_B = 2
};

typedef int32_t vav_audio_encoding;
enum { VAV_AUDIO_S16 = 1, VAV_AUDIO_F32 = 2 };

typedef int32_t vav_audio_layout;
enum { VAV_LAYOUT_BY_FIRST_CHUNK = 0, VAV_LAYOUT_MIXED = 1, VAV_LAYOUT_SEPARATE = 2 };

typedef int32_t vav_look_ahead;
enum { VAV_LOOK_AHEAD_DEFAULT = 0, VAV_LOOK_AHEAD_LIVE = 1, VAV_LOOK_AHEAD_BALANCED = 2, VAV_LOOK_AHEAD_OFFLINE = 3 };

/* Where the 52 weights come from. */
typedef int32_t vav_weight_source;
enum {
  VAV_WEIGHTS_SOLVED = 0,     /* the retargeter solves them from the FLAME coefficients with the service's rig */
  VAV_WEIGHTS_FROM_SERVICE = 1 /* the service sends them with every frame */
};

typedef int32_t vav_gaze_kind;
enum { VAV_GAZE_PARTNER_EYES = 1, VAV_GAZE_PARTNER_MOUTH = 2, VAV_GAZE_AVERTED = 3, VAV_GAZE_OBJECT = 4 };

typedef int32_t vav_role_event_kind;
enum { VAV_ROLE_TURN_BEGAN = 1, VAV_ROLE_TURN_ENDED = 2, VAV_ROLE_OVERLAP_BEGAN = 3, VAV_ROLE_BACKCHANNEL = 4 };

/* Engine spaces for `convert_position` and `convert_rotation`. */
typedef int32_t vav_space;
enum {
  VAV_SPACE_FLAME = 0,        /* unchanged; glTF's too */
  VAV_SPACE_UNITY = 1,        /* left-handed, +Y up, +Z forward, metres */
  VAV_SPACE_UNREAL_ACTOR = 2, /* left-handed, +Z up, +X forward, centimetres; a face looks along +X */
  VAV_SPACE_UNREAL_MESH = 3   /* the same axes for a skeletal mesh whose face looks along +Y */
};

/* ------------------------------------------------------------------------------------------- a face */

/* One person at one moment, ready to be put on an avatar. Quaternions are (w, x, y, z). */
typedef struct vav_face_pose {
  double time_s;                 /* audio time it stands for */
  float weights[VAV_ARKIT_COUNT]; /* ARKit weights in [0, 1], Apple's order, blinks and eye looks included */
  float body[4];                 /* which way the person faces, lean included */
  float head[4];                 /* relative to the body */
  float left_eye[4];             /* relative to the head */
  float right_eye[4];
  float position[3];             /* the joint about which the head turns, metres */
  vav_gaze_kind gaze_kind;
  float gaze_point[3];           /* metres, conversation frame */
  float gaze_on_partner;         /* in [0, 1] */
  float speaking;                /* probability in [0, 1] */
  float presence;                /* 1: the stream's; 0: idle, no frames for long; between: easing */
  char gaze_object[VAV_NAME_SIZE]; /* name of the object looked at, or empty */
} vav_face_pose;

/* ------------------------------------------------------------------------------- opening a conversation */

typedef struct vav_connection_options {
  uint32_t struct_size;
  const char *address;           /* "host:port" */
  int32_t use_tls;               /* 0: plain text, for this machine and trusted networks */
  const char *root_certificates; /* PEM; NULL: the system's */
  const char *client_certificate; /* PEM, for mutual TLS */
  const char *client_key;        /* PEM */
  const char *server_name;       /* the name the certificate must carry; NULL: the address's host */
  const char *token;             /* sent as "authorization: Bearer <token>" */
  double connect_timeout_s;      /* no answer for so long is a lost connection; 0: 10 */
  double stall_timeout_s;        /* frames owed for so long are a lost connection; 0: 5 */
  double first_backoff_s;        /* pause before the first reconnect, then twice as long each time, +-20 %; 0: 0.25 */
  double max_backoff_s;          /* longest pause; 0: 8 */
  double give_up_after_s;        /* fail after so long without a connection; 0: never */
} vav_connection_options;

typedef struct vav_placement {
  float position[3];             /* on the floor between the feet, metres */
  float yaw_deg;                 /* 0 faces +Z, 90 faces +X */
  float eye_height;              /* metres */
  float lean_deg;                /* positive forward */
} vav_placement;

typedef struct vav_scene_object {
  const char *name;              /* 1 to 64 characters */
  float position[3];             /* metres */
  float salience;                /* 0 never, 1 as much as the partner; below 0: the default */
} vav_scene_object;

/* A change of the scene. What is not set stays. */
typedef struct vav_scene_update {
  uint32_t struct_size;
  double time_s;                 /* from which audio time on; in the past means now */
  const char *pose_text;         /* English, at most 512 characters */
  int32_t has_placement;         /* 1: both placements below count */
  vav_placement a;
  vav_placement b;
  double transition_s;           /* 0 to 30; below 0: what the sentence implies or the default */
  const vav_scene_object *objects;
  int32_t object_count;
  const char *const *removed_objects;
  int32_t removed_object_count;
} vav_scene_update;

typedef struct vav_role_span {
  vav_participant participant;   /* A or B */
  double start_s;
  double end_s;
} vav_role_span;

typedef struct vav_style {
  float articulation;            /* 0 to 2, default 1 */
  float liveliness;              /* 0 to 2, default 1 */
  float mood;                    /* -1 to 1, default 0 */
} vav_style;

typedef struct vav_conversation_options {
  uint32_t struct_size;
  const vav_connection_options *connection;
  int32_t sample_rate;           /* 8000 to 48000 */
  vav_audio_encoding encoding;
  vav_audio_layout layout;
  int32_t fps;                   /* 24, 25, 30, 50, 60; 0: 30 */
  vav_look_ahead look_ahead;
  vav_weight_source weights;
  uint64_t seed;
  vav_participant first_speaker; /* automatic roles: whose voice is heard first; 0: A */
  const vav_scene_update *scene; /* at the start; NULL: face to face, 1.2 m apart */
  const void *voice_print_a;     /* from an enrolment, for the mixed track */
  uint64_t voice_print_a_size;
  const void *voice_print_b;
  uint64_t voice_print_b_size;
  const vav_style *style_a;      /* NULL: the defaults */
  const vav_style *style_b;
  double audio_buffer_s;         /* sound kept per track, sent or not, for a reconnect; 0: 30 */
  int32_t frame_capacity;        /* frames kept ahead of the playback; 0: 512. The stream waits when they are full. */
} vav_conversation_options;

typedef struct vav_conversation vav_conversation;

typedef int32_t vav_state;
enum {
  VAV_STATE_CONNECTING = 0,
  VAV_STATE_STREAMING = 1,
  VAV_STATE_RECONNECTING = 2,
  VAV_STATE_FINISHED = 3, /* all sound was sent and all frames came */
  VAV_STATE_FAILED = 4,   /* refused, or gave up; the event has the reason */
  VAV_STATE_CANCELLED = 5
};

typedef int32_t vav_event_kind;
enum {
  VAV_EVENT_OPENED = 1,       /* streaming: text = conversation id, name = rig id, number = fps, value = look-ahead in ms */
  VAV_EVENT_ROLE = 2,         /* number = vav_role_event_kind, participant, time_s */
  VAV_EVENT_NOTICE = 3,       /* number = severity (1 info, 2 warning), name = code, text = sentence, time_s */
  VAV_EVENT_POSE_READ = 4,    /* text = what was understood, value = confidence in [0,1], name = words not understood */
  VAV_EVENT_DISCONNECTED = 5, /* number = gRPC status, text = why; it goes on by itself */
  VAV_EVENT_RESUMED = 6,      /* frames go on at time_s */
  VAV_EVENT_FINISHED = 7,     /* number = frames, value = audio seconds */
  VAV_EVENT_FAILED = 8        /* number = gRPC status, text = why; final */
};

typedef struct vav_event {
  vav_event_kind kind;
  vav_participant participant;
  int64_t number;
  double time_s;
  double value;
  char name[VAV_NAME_SIZE];
  char text[VAV_TEXT_SIZE];
} vav_event;

/* How a conversation is doing. */
typedef struct vav_statistics {
  int64_t frames_received;
  int64_t frames_refused;        /* malformed on the wire */
  int64_t frames_late;           /* came after their moment had been shown */
  int64_t bytes_received;        /* message payloads */
  int64_t bytes_sent;
  int64_t reconnects;
  double newest_frame_s;         /* audio time of the newest frame, -1 before the first */
  double buffered_s;             /* newest frame minus the moment last sampled; negative when starved */
  double audio_pushed_s;         /* longest track */
  double audio_sent_s;
  double retarget_us;            /* mean time to solve one face, microseconds; 0 when the service sends weights */
} vav_statistics;

/* ------------------------------------------------------------------------------ parts usable alone */

typedef struct vav_query vav_query;           /* one question to the service */
typedef struct vav_profile vav_profile;       /* ARKit weights -> an avatar's own blendshapes */
typedef struct vav_gaze vav_gaze;             /* the stream's look -> eyes, head and chest of a real avatar */
typedef struct vav_clock vav_clock;           /* the moment of the sound that is heard, on the game's smooth time */
typedef struct vav_baked vav_baked;           /* one person's recording that was baked to a file */

/* What the gaze solver is told every frame. Body axes: +X own left, +Y up, +Z forward, metres. docs/retargeting.md, step 3. */
typedef struct vav_gaze_input {
  float stream_target[3];        /* from the stream's eye midpoint to its gaze point, in the stream's body axes */
  float scene_target[3];         /* from the avatar's eye midpoint to the real target, in the avatar's body axes */
  float wanted;                  /* 0: leave the stream's look alone; 1: aim at the real target */
  float head[4];                 /* of the pose */
  float left_eye[4];
  float right_eye[4];
  float stream_eye_distance;     /* metres between the eyes of the rig and of the avatar */
  float scene_eye_distance;
} vav_gaze_input;

typedef struct vav_gaze_result {
  float chest[4];                /* comes after the body's rotation: body' = body * chest */
  float head[4];                 /* replaces the pose's */
  float left_eye[4];
  float right_eye[4];
  float eye_look[8];             /* weights: up, down, in, out of the left eye, then of the right eye */
} vav_gaze_result;

/* The rig's figures that the gaze solver's callers need. */
typedef struct vav_rig_figures {
  char rig_id[VAV_NAME_SIZE];
  float neck_joint[3];           /* of the neutral head, metres */
  float left_eye_joint[3];
  float right_eye_joint[3];
  float eye_look_range[4];       /* radians at weight 1: up, down, in, out */
} vav_rig_figures;

typedef int32_t vav_query_kind;
enum { VAV_QUERY_SERVICE_INFO = 1, VAV_QUERY_INTERPRET_POSE = 2, VAV_QUERY_ENROLL_VOICE = 3 };

typedef struct vav_query_options {
  uint32_t struct_size;
  const vav_connection_options *connection;
  vav_query_kind kind;
  double timeout_s;              /* 0: 10 */
  const char *pose_text;         /* VAV_QUERY_INTERPRET_POSE */
  int32_t sample_rate;           /* VAV_QUERY_ENROLL_VOICE: one voice, at least 3 s of speech */
  vav_audio_encoding encoding;
  const void *samples;
  int64_t sample_count;
} vav_query_options;

typedef struct vav_answer {
  int32_t grpc_status;           /* 0: answered */
  char error[VAV_TEXT_SIZE];     /* why not */
  /* service info */
  char version[VAV_NAME_SIZE];
  char model_id[VAV_NAME_SIZE];
  char rig_id[VAV_NAME_SIZE];
  char device[VAV_NAME_SIZE];
  int32_t conversations_open;
  int32_t max_conversations;
  double max_audio_ahead_s;
  /* pose text */
  vav_placement a;
  vav_placement b;
  double transition_s;
  float confidence;              /* in [0, 1]; below 0.5 a guess */
  char reading[VAV_TEXT_SIZE];
  char not_understood[VAV_TEXT_SIZE];
  /* voice print: opaque bytes, for vav_conversation_options */
  double speech_s;
  int32_t print_size;
  uint8_t print[16384];
} vav_answer;

/* The functions. A newer library's table is longer, never different: check `struct_size` before using a later addition. */
typedef struct vav_api {
  uint32_t struct_size;
  uint32_t abi_version;
  const char *version;           /* of the package, e.g. "1.0.0" */
  const char *transport;         /* what carries the calls, e.g. "gRPC C++ 1.51.1" */

  /* The sentence of this thread's last status that was not VAV_OK; never NULL, valid until the thread's next call. */
  const char *(*last_error)(void);

  /* -- conversation ------------------------------------------------------------------------------------------------------ */
  vav_status (*conversation_open)(const vav_conversation_options *options, vav_conversation **out);
  /* Ends it, sent or not, and frees it. Never waits for the network. NULL is allowed. */
  void (*conversation_close)(vav_conversation *conversation);
  vav_state (*conversation_state)(vav_conversation *conversation);
  /* Sound of a track. `start_sample` counts from the start of the conversation; -1 continues the track. `taken` (may be NULL)
   * is how many samples found room; VAV_FULL when none did. */
  vav_status (*push_audio)(vav_conversation *conversation, vav_participant participant, int64_t start_sample,
                           const void *samples, int64_t sample_count, int64_t *taken);
  /* "Silence up to here": keeps both characters alive while nobody speaks. */
  vav_status (*push_clock)(vav_conversation *conversation, vav_participant participant, int64_t up_to_sample);
  /* Labelled time: a game knows whose line it plays. */
  vav_status (*push_roles)(vav_conversation *conversation, const vav_role_span *spans, int32_t span_count,
                           double known_until_s, int32_t replace);
  vav_status (*push_scene)(vav_conversation *conversation, const vav_scene_update *scene);
  /* No more sound: frames that are owed still come, then VAV_EVENT_FINISHED. */
  vav_status (*conversation_finish)(vav_conversation *conversation);
  /* Ends it without waiting; the handle stays valid until it is closed. */
  void (*conversation_cancel)(vav_conversation *conversation);
  /* VAV_NOT_READY when there is none. */
  vav_status (*next_event)(vav_conversation *conversation, vav_event *out);
  /* The face at `time_s` of audio time: between two frames, held, or easing to and from idle. Ask in rising order.
   * VAV_NOT_READY before the first frame. */
  vav_status (*sample)(vav_conversation *conversation, vav_participant participant, double time_s, vav_face_pose *out);
  vav_status (*statistics)(vav_conversation *conversation, vav_statistics *out);

  /* -- questions --------------------------------------------------------------------------------------------------------- */
  vav_status (*query_start)(const vav_query_options *options, vav_query **out);
  /* VAV_NOT_READY until it is answered or failed. */
  vav_status (*query_poll)(vav_query *query, vav_answer *out);
  void (*query_free)(vav_query *query);

  /* -- coordinates ------------------------------------------------------------------------------------------------------- */
  const char *(*arkit_name)(int32_t index); /* Apple's order, camelCase; NULL outside 0..51 */
  vav_status (*convert_position)(vav_space space, const float position[3], float out[3]);
  vav_status (*convert_position_back)(vav_space space, const float position[3], float out[3]);
  vav_status (*convert_rotation)(vav_space space, const float quaternion[4], float out[4]);
  vav_status (*convert_rotation_back)(vav_space space, const float quaternion[4], float out[4]);
  /* yaw (+ to the own left), pitch (+ down), roll (+ to the right shoulder), radians, of R = Ry(yaw) Rx(pitch) Rz(roll). */
  void (*angles)(const float quaternion[4], float yaw_pitch_roll[3]);

  /* -- profiles ---------------------------------------------------------------------------------------------------------- */
  int32_t (*preset_count)(void);
  const char *(*preset_name)(int32_t index);  /* in the order in which they are tried; NULL outside */
  const char *(*preset_title)(int32_t index); /* for people */
  /* The preset that fits a mesh's own names, -1 when none covers half of its entries. `score` (may be NULL) in [0, 1]. */
  int32_t (*profile_detect)(const char *const *mesh_names, int32_t count, float *score);
  /* A preset by its name, or a profile in JSON; for a mesh with these blendshape names. Targets the mesh lacks are left out. */
  vav_status (*profile_open_preset)(const char *name, const char *const *mesh_names, int32_t count, vav_profile **out);
  vav_status (*profile_open_json)(const char *json, int64_t size, const char *const *mesh_names, int32_t count,
                                  vav_profile **out);
  void (*profile_free)(vav_profile *profile);
  int32_t (*profile_target_count)(const vav_profile *profile); /* targets that the mesh has */
  const char *(*profile_target)(const vav_profile *profile, int32_t index);    /* the mesh's own name */
  int32_t (*profile_mesh_index)(const vav_profile *profile, int32_t index);    /* its place in mesh_names */
  /* 52 ARKit weights in, one weight per target out. */
  vav_status (*profile_apply)(vav_profile *profile, const float weights[VAV_ARKIT_COUNT], float *out, int32_t out_count);

  /* -- gaze -------------------------------------------------------------------------------------------------------------- */
  vav_status (*gaze_create)(vav_gaze **out);
  void (*gaze_free)(vav_gaze *gaze);
  void (*gaze_reset)(vav_gaze *gaze);
  /* `rig` gives the range of the eye-look weights; NULL leaves them 0. `dt_s` since the last step, >= 0. */
  vav_status (*gaze_step)(vav_gaze *gaze, const vav_gaze_input *input, const vav_rig_figures *rig, double dt_s,
                          vav_gaze_result *out);
  /* Of the conversation's stream; VAV_NOT_READY before it is connected. */
  vav_status (*rig_figures)(vav_conversation *conversation, vav_rig_figures *out);

  /* -- clock ------------------------------------------------------------------------------------------------------------- */
  vav_status (*clock_create)(vav_clock **out);
  void (*clock_free)(vav_clock *clock);
  void (*clock_set)(vav_clock *clock, double seconds);
  /* Frame time has passed; returns the clock's new time. */
  double (*clock_advance)(vav_clock *clock, double dt_s);
  /* The sound device says where it is: a large difference is taken at once, a small one worked off without a jump. */
  void (*clock_observe)(vav_clock *clock, double seconds);

  /* -- baked recordings -------------------------------------------------------------------------------------------------- */
  /* The text of an `arkit-csv` or of a Live Link Face CSV; columns are matched by their names. */
  vav_status (*baked_open_csv)(const char *text, int64_t size, vav_baked **out);
  void (*baked_free)(vav_baked *baked);
  int32_t (*baked_frame_count)(const vav_baked *baked);
  double (*baked_duration_s)(const vav_baked *baked); /* time of the last frame */
  /* Frame by frame, for importers; the pose's time_s is the frame's. */
  vav_status (*baked_frame)(const vav_baked *baked, int32_t index, vav_face_pose *out);
  /* Between the frames around `time_s`; held at both ends. */
  vav_status (*baked_sample)(const vav_baked *baked, double time_s, vav_face_pose *out);
} vav_api;

/* The table of functions, NULL when the library does not speak that version. The only symbol the library exports. */
VAV_EXPORT const vav_api *vav_get_api(uint32_t abi_version);

#ifdef __cplusplus
}
#endif
#endif
