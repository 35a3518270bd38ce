#nullable enable
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using VisAVis.Core;

namespace VisAVis.Tests
{
    /// <summary>C# against the Python reference, to 1e-4.</summary>
    public class GoldenVectorTests
    {
        [Test]
        public void The_solver_gives_the_reference_weights()
        {
            JToken golden = GoldenFile.Read("retarget")["solver"]!;
            JToken matrix = golden["matrix"]!;
            int rows = matrix.Count(), columns = matrix[0]!.Count();
            var solver = new RetargetSolver(
                matrix.SelectMany(row => GoldenFile.Floats(row)).ToArray(), rows, columns,
                (float)golden["ridge"]!, (int)golden["sweeps"]!);
            var weights = new float[columns];
            int i = 0;
            foreach (JToken step in golden["cases"]!)
            {
                solver.Solve(GoldenFile.Floats(step["p"]!), weights);
                Assert.That(weights, Is.EqualTo(GoldenFile.Floats(step["w"]!)).Within(GoldenFile.Tolerance), $"case {i++}");
            }
        }

        [Test]
        public void Frames_become_the_reference_poses()
        {
            JObject golden = GoldenFile.Read("retarget");
            Assert.That(Arkit.Names, Is.EqualTo(GoldenFile.Strings(golden["arkit_names"]!)));
            RigMap rig = Rig(golden["rig"]!);
            var retargeter = new FaceRetargeter(rig);
            var frame = new FaceFrame(rig.ExpressionSize);
            var pose = new FacePose();
            int i = 0;
            foreach (JToken step in golden["frames"]!)
            {
                Fill(frame, step["frame"]!);
                retargeter.Retarget(frame, pose);
                GoldenFile.AreSame(pose, GoldenFile.Pose(step["pose"]!), $"frame {i++}");
            }
        }

        [Test]
        public void Profiles_drive_meshes_as_the_reference_does()
        {
            foreach (JToken entry in GoldenFile.Read("profiles")["mapped"]!)
            {
                string name = (string)entry["profile"]!;
                Profile profile = entry["definition"] is JObject definition
                    ? ProfileFrom(definition)
                    : ProfilePresets.All.Single(preset => preset.Name == name);
                var mapper = new ProfileMapper(profile, GoldenFile.Strings(entry["mesh_names"]!));
                int i = 0;
                foreach (JToken step in entry["cases"]!)
                {
                    mapper.Map(GoldenFile.Floats(step["weights"]!));
                    Assert.That(mapper.Values, Is.EqualTo(GoldenFile.Floats(step["mesh"]!)).Within(GoldenFile.Tolerance),
                        $"{name}, case {i++}");
                }
            }
        }

        [Test]
        public void Meshes_are_recognised_as_the_reference_does()
        {
            foreach (JToken entry in GoldenFile.Read("profiles")["detected"]!)
            {
                string[] names = GoldenFile.Strings(entry["mesh_names"]!);
                Assert.That(ProfileDetector.Detect(names)?.Name, Is.EqualTo((string?)entry["profile"]), string.Join(" ", names));
            }
        }

        [Test]
        public void Looks_are_re_aimed_as_the_reference_does()
        {
            int sequence = 0;
            foreach (JToken entry in GoldenFile.Read("gaze")["sequences"]!)
            {
                var solver = new GazeSolver(new GazeSettings());
                int i = 0;
                foreach (JToken step in entry["steps"]!)
                {
                    JToken given = step["input"]!, wanted = step["result"]!;
                    var input = new GazeInput
                    {
                        StreamTarget = GoldenFile.Vector(given["stream_target"]!),
                        SceneTarget = GoldenFile.Vector(given["scene_target"]!),
                        Wanted = (float)given["wanted"]!,
                        Head = GoldenFile.Rotation(given["head"]!),
                        LeftEye = GoldenFile.Rotation(given["left_eye"]!),
                        RightEye = GoldenFile.Rotation(given["right_eye"]!),
                        StreamEyeDistance = (float)given["stream_eye_distance"]!,
                        SceneEyeDistance = (float)given["scene_eye_distance"]!,
                    };
                    GazeResult got = solver.Step(input, (float)step["dt"]!);
                    string where = $"sequence {sequence}, step {i++}";
                    GoldenFile.AreSame(got.Chest, GoldenFile.Rotation(wanted["chest"]!), where + ": chest");
                    GoldenFile.AreSame(got.Head, GoldenFile.Rotation(wanted["head"]!), where + ": head");
                    GoldenFile.AreSame(got.LeftEye, GoldenFile.Rotation(wanted["left_eye"]!), where + ": left eye");
                    GoldenFile.AreSame(got.RightEye, GoldenFile.Rotation(wanted["right_eye"]!), where + ": right eye");
                }

                sequence++;
            }
        }

        [Test]
        public void Playback_shows_what_the_reference_shows()
        {
            var buffer = new PlaybackBuffer();
            foreach (JToken step in GoldenFile.Read("playback")["events"]!)
            {
                FacePose pose = GoldenFile.Pose(step["pose"]!);
                if (step["push"] != null)
                    buffer.Push((double)step["push"]!, pose);
                else
                    GoldenFile.AreSame(buffer.Sample((double)step["sample"]!), pose, $"at {step["sample"]}");
            }
        }

        [Test]
        public void Unity_s_frame_is_the_reference_s()
        {
            JObject golden = GoldenFile.Read("coordinates");
            JToken given = golden["given"]!, unity = golden["targets"]!["unity"]!;
            for (int i = 0; i < given["position"]!.Count(); i++)
            {
                GoldenFile.AreSame(Coordinates.Position(GoldenFile.Vector(given["position"]![i]!)),
                    GoldenFile.Vector(unity["position"]![i]!), $"position {i}");
                Vector3 axisAngle = GoldenFile.Vector(given["axis_angle"]![i]!);
                GoldenFile.AreSame(Coordinates.RotationVector(axisAngle),
                    GoldenFile.Vector(unity["axis_angle"]![i]!), $"axis-angle {i}");
                Quaternion quaternion = GoldenFile.Rotation(given["quaternion"]![i]!);
                GoldenFile.AreSame(Coordinates.Rotation(quaternion),
                    GoldenFile.Rotation(unity["quaternion"]![i]!), $"quaternion {i}");
                GoldenFile.AreSame(Coordinates.FromRotationVector(axisAngle), quaternion, $"axis-angle {i} as a quaternion");
            }
        }

        private static RigMap Rig(JToken rig) => new RigMap(
            (string)rig["rig_id"]!, (int)rig["expression_size"]!,
            rig["arkit_to_flame"]!.SelectMany(row => GoldenFile.Floats(row)).ToArray(),
            (float)rig["ridge"]!, (int)rig["sweeps"]!, GoldenFile.Floats(rig["eye_look_range"]!),
            rig["joints"]!.Select(GoldenFile.Vector).ToArray());

        private static void Fill(FaceFrame frame, JToken given)
        {
            GoldenFile.Floats(given["expression"]!).CopyTo(frame.Expression, 0);
            frame.GlobalRotation = GoldenFile.Vector(given["global_rotation"]!);
            frame.Neck = GoldenFile.Vector(given["neck"]!);
            frame.Jaw = GoldenFile.Vector(given["jaw"]!);
            frame.LeftEye = GoldenFile.Vector(given["left_eye"]!);
            frame.RightEye = GoldenFile.Vector(given["right_eye"]!);
            frame.Translation = GoldenFile.Vector(given["translation"]!);
            frame.LeftEyelid = (float)given["eyelids"]![0]!;
            frame.RightEyelid = (float)given["eyelids"]![1]!;
            frame.Speaking = (float)given["speaking"]!;
            frame.Gaze = new Gaze
            {
                Kind = (GazeKind)(int)given["gaze_kind"]!,
                Point = GoldenFile.Vector(given["gaze_point"]!),
                OnPartner = (float)given["gaze_on_partner"]!,
                ObjectName = "",
            };
        }

        private static Profile ProfileFrom(JObject definition)
        {
            var channels = new List<ProfileChannel>();
            foreach (JToken entry in definition["channels"]!)
            {
                var channel = new ProfileChannel((string)entry["channel"]!, GoldenFile.Strings(entry["targets"]!));
                if (entry["gain"] != null) channel.Gain = (float)entry["gain"]!;
                if (entry["offset"] != null) channel.Offset = (float)entry["offset"]!;
                if (entry["clamp"] != null)
                {
                    channel.ClampMin = (float)entry["clamp"]![0]!;
                    channel.ClampMax = (float)entry["clamp"]![1]!;
                }

                if (entry["curve"] != null)
                {
                    channel.Curve = entry["curve"]!.Select(p => new Vector2((float)p[0]!, (float)p[1]!))
                        .OrderBy(p => p.X).ToArray();
                }

                channels.Add(channel);
            }

            return new Profile((string)definition["name"]!, "golden") { Channels = channels.ToArray() };
        }
    }
}
