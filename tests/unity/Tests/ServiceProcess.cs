#nullable enable
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace VisAVis.Unity.Tests
{
    /// <summary>A service in a process of its own, so that it can be killed.</summary>
    internal sealed class ServiceProcess : IDisposable
    {
        private readonly Process _process;
        private readonly StringBuilder _output = new StringBuilder();
        private readonly ManualResetEventSlim _ready = new ManualResetEventSlim();

        private bool _disposed;

        private ServiceProcess(IEnumerable<string> arguments, Func<string, int?> readPort)
        {
            var start = new ProcessStartInfo(Python())
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Repository.Root,
            };
            start.Environment["PYTHONPATH"] = Path.Combine(Repository.Root, "python_service");
            start.Environment["OMP_NUM_THREADS"] = "1";
            start.Environment["PYTHONUNBUFFERED"] = "1";
            foreach (string argument in arguments) start.ArgumentList.Add(argument);
            _process = new Process { StartInfo = start };
            void Read(object sender, DataReceivedEventArgs line)
            {
                if (line.Data == null) return;
                lock (_output) _output.AppendLine(line.Data);
                Lines.Enqueue(line.Data);
                if (Port == 0 && readPort(line.Data) is int port)
                {
                    Port = port;
                    _ready.Set();
                }
            }

            _process.OutputDataReceived += Read;
            _process.ErrorDataReceived += Read;
            _process.Start();
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }

        public int Port { get; private set; }

        public ConcurrentQueue<string> Lines { get; } = new ConcurrentQueue<string>();

        public string Output
        {
            get { lock (_output) return _output.ToString(); }
        }

        /// <summary>The misbehaving service of fake_service.py.</summary>
        public static ServiceProcess Fake(string fault = "", int port = 0, string tlsDirectory = "", string token = "")
        {
            var arguments = new List<string> { Path.Combine(Repository.Tests, "fake_service.py"), "--port", $"{port}" };
            if (fault.Length != 0) arguments.AddRange(new[] { "--fault", fault });
            if (tlsDirectory.Length != 0) arguments.AddRange(new[] { "--tls-dir", tlsDirectory });
            if (token.Length != 0) arguments.AddRange(new[] { "--token", token });
            return new ServiceProcess(arguments, line => line.StartsWith("ready ") ? int.Parse(line.Substring(6)) : (int?)null)
                .WaitUntilReady("fake_service.py", 120);
        }

        /// <summary>The real service: <c>visavis serve</c>.</summary>
        public static ServiceProcess Real(int port = 0, params string[] options)
        {
            var arguments = new List<string>
            {
                "-m", "visavis", "serve", "--port", $"{port}", "--log", "json", "--threads", "1",
            };
            arguments.AddRange(options);
            return new ServiceProcess(arguments, ListeningPort).WaitUntilReady("visavis serve", 120);
        }

        /// <summary>Runs a command of the package to its end; returns what it wrote.</summary>
        public static string RunPython(params string[] arguments)
        {
            using var process = new ServiceProcess(arguments, line => null);
            if (!process._process.WaitForExit(120000)) Assert.Fail("python did not come to an end:\n" + process.Output);
            process._process.WaitForExit();
            if (process._process.ExitCode != 0) Assert.Fail($"python {string.Join(" ", arguments)}:\n{process.Output}");
            return process.Output;
        }

        /// <summary>Ends it at once, as a crash would.</summary>
        public void Kill()
        {
            if (_process.HasExited) return;
            _process.Kill(true);
            _process.WaitForExit(5000);
        }

        public void Dispose()
        {
            if (_disposed) return;
            _disposed = true;
            Kill();
            _process.Dispose();
        }

        /// <summary>The Python that has the service: VISAVIS_PYTHON, else the repository's environment, else the one on PATH.</summary>
        public static string Python()
        {
            string? set = Environment.GetEnvironmentVariable("VISAVIS_PYTHON");
            if (!string.IsNullOrEmpty(set)) return set;
            string own = Path.Combine(Repository.Root, ".venv", "bin", "python");
            return File.Exists(own) ? own : "python3";
        }

        private static int? ListeningPort(string line) =>
            line.StartsWith("{") && line.Contains("\"listening\"") ? (int?)JObject.Parse(line)["port"] : null;

        private ServiceProcess WaitUntilReady(string what, double seconds)
        {
            DateTime end = DateTime.UtcNow.AddSeconds(seconds);
            while (DateTime.UtcNow < end && !_process.HasExited)
            {
                if (_ready.Wait(50)) return this;
            }

            if (_ready.Wait(200)) return this;
            string output = Output;
            Dispose();
            Assert.Fail($"{what} did not start with {Python()}; set VISAVIS_PYTHON to a Python that has the visavis package"
                + $" and its dependencies.\n{output}");
            throw new InvalidOperationException();
        }
    }
}
