#nullable enable
using System;
using System.Diagnostics;
using System.Linq;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using VisAVis.Core;

namespace VisAVis.Tests
{
    /// <summary>What a face costs, on the rig of the golden vectors.</summary>
    public class RetargetTimeTests
    {
        [Test]
        public void Retargeting_a_frame_takes_a_small_part_of_a_frame_and_allocates_nothing()
        {
            JToken golden = GoldenFile.Read("retarget");
            JToken given = golden["rig"]!;
            var rig = new RigMap("golden", (int)given["expression_size"]!,
                given["arkit_to_flame"]!.SelectMany(row => GoldenFile.Floats(row)).ToArray(), (float)given["ridge"]!,
                (int)given["sweeps"]!, GoldenFile.Floats(given["eye_look_range"]!),
                given["joints"]!.Select(GoldenFile.Vector).ToArray());
            var frames = golden["frames"]!.Select(step =>
            {
                var frame = new FaceFrame(rig.ExpressionSize);
                GoldenFile.Floats(step["frame"]!["expression"]!).CopyTo(frame.Expression, 0);
                frame.Jaw = GoldenFile.Vector(step["frame"]!["jaw"]!);
                return frame;
            }).ToArray();
            var retargeter = new FaceRetargeter(rig);
            var pose = new FacePose();
            double retarget = Time(() => retargeter.Retarget(frames[_turn++ % frames.Length], pose));

            var mapper = new ProfileMapper(ProfilePresets.ArkitCamel, Arkit.Names);
            double map = Time(() => mapper.Map(pose.Weights));
            var visemes = new ProfileMapper(ProfilePresets.OculusVisemes,
                ProfilePresets.OculusVisemes.Basis.SelectMany(b => b.Targets).ToArray());
            double mapVisemes = Time(() => visemes.Map(pose.Weights));
            var buffer = new PlaybackBuffer();
            for (int i = 0; i < 300; i++) buffer.Push(i / 30.0, pose);
            double at = 0;
            double sample = Time(() => buffer.Sample(at += 0.0001));
            var solver = new GazeSolver(new GazeSettings());
            var input = new GazeInput
            {
                StreamTarget = System.Numerics.Vector3.UnitZ,
                SceneTarget = new System.Numerics.Vector3(0.3f, 0.1f, 1f),
                Wanted = 1f,
                Head = pose.Head,
                LeftEye = pose.LeftEye,
                RightEye = pose.RightEye,
            };
            double aim = Time(() => solver.Step(input, 0.01f));
            TestContext.Progress.WriteLine(
                $"retarget time per face and frame: {retarget:0.0} us once per received frame; per rendered frame playback {sample:0.00} us, "
                + $"gaze {aim:0.00} us, profile {map:0.0} us (visemes {mapVisemes:0.0} us)");
            Assert.That(retarget + sample + aim + map, Is.LessThan(1000), "under a millisecond even on a slow machine");
        }

        private int _turn;

        /// <summary>Microseconds of one call, the least of several series; checks that nothing is allocated.</summary>
        private static double Time(Action call)
        {
            for (int i = 0; i < 200; i++) call();
            double least = double.PositiveInfinity;
            for (int series = 0; series < 10; series++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                long start = Stopwatch.GetTimestamp();
                for (int i = 0; i < 300; i++) call();
                double took = (Stopwatch.GetTimestamp() - start) * 1e6 / Stopwatch.Frequency / 300;
                Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
                least = Math.Min(least, took);
            }

            return least;
        }
    }
}
