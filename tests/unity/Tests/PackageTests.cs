#nullable enable
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using UnityEngine;

namespace VisAVis.Unity.Tests
{
    /// <summary>What Unity checks when it imports a package.</summary>
    public class PackageTests
    {
        private static readonly Dictionary<string, Assembly> Assemblies = new Dictionary<string, Assembly>
        {
            ["VisAVis.Core"] = typeof(Core.FacePose).Assembly,
            ["VisAVis.Protocol"] = typeof(Protocol.ConversationClient).Assembly,
            ["VisAVis.Runtime"] = typeof(Conversation).Assembly,
            ["VisAVis.Editor"] = typeof(Editor.ProfileWizard).Assembly,
        };

        [Test]
        public void The_manifest_says_what_Unity_needs()
        {
            JObject manifest = Json("package.json");
            Assert.That((string)manifest["name"]!, Does.Match("^[a-z0-9-]+(\\.[a-z0-9-]+){1,2}$").And.Length.LessThanOrEqualTo(50));
            Assert.That((string)manifest["version"]!, Does.Match("^\\d+\\.\\d+\\.\\d+$"));
            Assert.That((string)manifest["unity"]!, Is.EqualTo("2021.3"));
            string python = File.ReadAllText(Path.Combine(Repository.Root, "python_service", "visavis", "version.py"));
            Assert.That(python, Does.Contain($"__version__ = \"{manifest["version"]}\""), "one version for service and package");
            Assert.That(File.ReadAllText(In("CHANGELOG.md")), Does.Contain($"## [{manifest["version"]}]"));
            foreach (JProperty dependency in manifest["dependencies"]!.Cast<JProperty>())
                Assert.That((string)dependency.Value!, Does.Match("^\\d+\\.\\d+\\.\\d+$"), dependency.Name);
        }

        [Test]
        public void Every_sample_of_the_manifest_is_there_and_every_sample_is_in_the_manifest()
        {
            string[] listed = Json("package.json")["samples"]!.Select(sample => (string)sample["path"]!).ToArray();
            string[] there = Directory.GetDirectories(In("Samples~"))
                .Select(path => "Samples~/" + Path.GetFileName(path)).OrderBy(path => path, StringComparer.Ordinal).ToArray();
            Assert.That(there, Is.EqualTo(listed.OrderBy(path => path, StringComparer.Ordinal)));
        }

        [Test]
        public void The_versions_that_are_tested_are_those_that_are_asked_for()
        {
            JToken dependencies = Json("package.json")["dependencies"]!;
            XDocument project = XDocument.Load(Path.Combine(Repository.Tests, "Package", "Protocol", "VisAVis.Protocol.csproj"));
            foreach (XElement reference in project.Descendants("PackageReference"))
            {
                string name = "org.nuget." + reference.Attribute("Include")!.Value.ToLowerInvariant();
                Assert.That((string?)dependencies[name], Is.EqualTo(reference.Attribute("Version")!.Value), name);
            }
        }

        [TestCase("README.md")]
        [TestCase("CHANGELOG.md")]
        [TestCase("LICENSE.md")]
        [TestCase("Third Party Notices.md")]
        [TestCase("Documentation~/index.md")]
        [TestCase("Runtime/link.xml")]
        public void The_file_is_there(string name) => Assert.That(new FileInfo(In(name)).Length, Is.GreaterThan(100));

        [Test]
        public void Every_file_and_folder_has_its_meta_file() =>
            Assert.That(() => ServiceProcess.RunPython(Path.Combine(Repository.Root, "scripts", "make_unity_meta.py"), "--check"), Throws.Nothing);

        [Test]
        public void Profile_presets_are_those_of_the_service() =>
            Assert.That(() => ServiceProcess.RunPython(Path.Combine(Repository.Root, "scripts", "make_unity_profiles.py"), "--check"), Throws.Nothing);

        [Test]
        public void No_two_files_share_a_guid_and_every_guid_used_exists()
        {
            var guids = new Dictionary<string, string>();
            foreach (string meta in Directory.GetFiles(Repository.Package, "*.meta", SearchOption.AllDirectories))
            {
                string guid = Regex.Match(File.ReadAllText(meta), "^guid: ([0-9a-f]{32})$", RegexOptions.Multiline).Groups[1].Value;
                Assert.That(guid, Is.Not.Empty, meta);
                Assert.That(guids.TryAdd(guid, meta), Is.True, $"{meta} and {guids.GetValueOrDefault(guid)}");
            }

            foreach (string file in Files(".asset").Concat(Files(".unity")))
            {
                foreach (Match use in Regex.Matches(File.ReadAllText(file), "guid: ([0-9a-f]{32})"))
                {
                    string guid = use.Groups[1].Value;
                    // Built-in resources have these two.
                    bool builtIn = guid == "0000000000000000e000000000000000" || guid == "0000000000000000f000000000000000";
                    Assert.That(builtIn || guids.ContainsKey(guid), Is.True, $"{file}: {guid}");
                }
            }
        }

        [Test]
        public void Assemblies_refer_to_each_other_as_the_projects_that_are_tested_do()
        {
            foreach ((string name, Assembly assembly) in Assemblies)
            {
                string folder = name.Substring("VisAVis.".Length);
                JObject definition = Json($"{folder}/{name}.asmdef");
                Assert.That((string)definition["name"]!, Is.EqualTo(name));
                string[] allowed = definition["references"]!.Concat(definition["precompiledReferences"]!)
                    .Select(reference => ((string)reference!).Replace(".dll", "")).ToArray();
                bool engine = !(bool)definition["noEngineReferences"]!;
                foreach (AssemblyName used in assembly.GetReferencedAssemblies())
                {
                    if (used.Name == "netstandard" || allowed.Contains(used.Name)) continue;
                    Assert.That(engine && used.Name!.StartsWith("Unity"), Is.True, $"{name} uses {used.Name}");
                }

                bool editor = definition["includePlatforms"]!.Any(platform => (string)platform! == "Editor");
                Assert.That(editor, Is.EqualTo(name == "VisAVis.Editor"), name);
            }
        }

        [Test]
        public void Every_source_file_switches_nullable_on_and_its_class_has_its_name()
        {
            foreach (string file in Files(".cs"))
            {
                string text = File.ReadAllText(file);
                string name = Path.GetFileNameWithoutExtension(file);
                if (text.StartsWith("// <auto-generated>") || name == "AssemblyInfo") continue;
                Assert.That(text, Does.Contain("#nullable enable"), file);
                Assert.That(Regex.IsMatch(text, $"(class|struct|enum|interface) {name}\\b"), Is.True, $"{file} holds no {name}");
                Assert.That(text.Split('\n').Length, Is.LessThanOrEqualTo(600), file);
            }
        }

        [Test]
        public void Components_and_assets_have_a_file_of_their_own_and_a_menu_entry()
        {
            foreach (Type type in Assemblies["VisAVis.Runtime"].GetTypes())
            {
                if (type.IsAbstract || !typeof(MonoBehaviour).IsAssignableFrom(type)) continue;
                Assert.That(Files(".cs").Any(file => Path.GetFileName(file) == type.Name + ".cs"), Is.True, type.Name);
                AddComponentMenu? menu = type.GetCustomAttribute<AddComponentMenu>();
                Assert.That(menu?.componentMenu, Does.StartWith("Vis-à-Vis/"), type.Name);
            }
        }

        [Test]
        public void Every_setting_that_an_inspector_shows_says_what_it_does()
        {
            foreach (Type type in Assemblies["VisAVis.Runtime"].GetTypes())
            {
                bool serialized = typeof(MonoBehaviour).IsAssignableFrom(type) || typeof(ScriptableObject).IsAssignableFrom(type)
                    || type.GetCustomAttribute<SerializableAttribute>() != null;
                if (!serialized || type.IsEnum) continue;
                foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
                {
                    if (!field.IsPublic && field.GetCustomAttribute<SerializeField>() == null) continue;
                    Assert.That(field.GetCustomAttribute<TooltipAttribute>()?.tooltip, Is.Not.Null.And.Not.Empty, $"{type.Name}.{field.Name}");
                }
            }
        }

        [Test]
        public void Assets_set_fields_that_exist()
        {
            foreach (string file in Files(".asset"))
            {
                string text = File.ReadAllText(file);
                foreach (Match line in Regex.Matches(text, "^  ([a-z]\\w*):", RegexOptions.Multiline))
                {
                    string field = line.Groups[1].Value;
                    if (field.StartsWith("m_")) continue;
                    Assert.That(typeof(FaceProfile).GetField(field, BindingFlags.Instance | BindingFlags.NonPublic), Is.Not.Null, $"{file}: {field}");
                }

                foreach (Match line in Regex.Matches(text, "^(?:  - |    )([a-z]\\w*):", RegexOptions.Multiline))
                {
                    string field = line.Groups[1].Value;
                    bool known = typeof(FaceProfile.Channel).GetField(field) != null || typeof(FaceProfile.Viseme).GetField(field) != null;
                    Assert.That(known, Is.True, $"{file}: {field}");
                }
            }
        }

        [Test]
        public void The_linker_is_told_to_keep_what_reflection_needs()
        {
            XDocument link = XDocument.Load(In("Runtime/link.xml"));
            string[] kept = link.Descendants("assembly").Select(a => a.Attribute("fullname")!.Value).ToArray();
            Assert.That(kept, Does.Contain("VisAVis.Protocol").And.Contain("Google.Protobuf").And.Contain("Grpc.Net.Client"));
            // The stripper looks for such files in Assets only; that of a package must be handed to it.
            UnityEditor.PackageManager.PackageInfo.Installed = Repository.Package;
            UnityEditor.Build.IUnityLinkerProcessor processor = new Editor.KeepReflectedCode();
            Assert.That(processor.GenerateAdditionalLinkXmlFile(null!, null!), Is.EqualTo(Path.GetFullPath(In("Runtime/link.xml"))));
        }

        [Test]
        public void What_protoc_makes_of_the_protocol_is_what_the_package_carries()
        {
            string made = Path.Combine(Repository.Tests, "Generated", "obj", "proto", "visavis", "v1");
            string kept = In("Protocol/Generated");
            string[] wanted = Directory.GetFiles(made, "*.cs").Where(f => new FileInfo(f).Length > 0).Select(f => Path.GetFileName(f)!).OrderBy(f => f).ToArray();
            Assert.That(Directory.GetFiles(kept, "*.cs").Select(f => Path.GetFileName(f)).OrderBy(f => f), Is.EqualTo(wanted));
            foreach (string file in wanted)
            {
                Assert.That(Lines(Path.Combine(kept, file)), Is.EqualTo(Lines(Path.Combine(made, file))),
                    $"{file}; run scripts/generate_csharp.sh");
            }
        }

        [Test]
        public void Nothing_in_the_package_is_large_or_of_an_unknown_kind()
        {
            string[] known = { ".cs", ".asmdef", ".asset", ".json", ".md", ".meta", ".xml", ".unity", ".ogg", ".csv", ".bytes" };
            long total = 0;
            foreach (string file in Directory.GetFiles(Repository.Package, "*", SearchOption.AllDirectories))
            {
                Assert.That(known, Does.Contain(Path.GetExtension(file)), file);
                total += new FileInfo(file).Length;
            }

            TestContext.Progress.WriteLine($"package: {total / 1e6:0.0} MB");
            Assert.That(total, Is.LessThan(12_000_000));
        }

        private static IEnumerable<string> Files(string extension) => Directory
            .GetFiles(Repository.Package, "*" + extension, SearchOption.AllDirectories).Where(file => file.EndsWith(extension));

        private static string[] Lines(string file) => File.ReadAllText(file).Replace("\r\n", "\n").Split('\n');

        private static string In(string name) => Path.Combine(Repository.Package, name);

        private static JObject Json(string name) => JObject.Parse(File.ReadAllText(In(name)));
    }
}
