#nullable enable
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NUnit.Framework;

namespace VisAVis.Unity.Tests
{
    /// <summary>
    /// Every member of the engine that the package uses is in engine_members.txt, signature by signature, and nothing else
    /// is: whoever moves the package to another Unity reads one list. That the stub has them is proved by compiling.
    /// </summary>
    public class EngineMembersTests
    {
        private static readonly string ListFile = Path.Combine(Repository.Tests, "engine_members.txt");

        [Test]
        public void Every_engine_member_used_is_listed_and_every_listed_one_is_used()
        {
            var used = new SortedSet<string>(StringComparer.Ordinal);
            foreach (Type type in new[] { typeof(Conversation), typeof(Editor.ProfileWizard), typeof(VisAVisSamples.TwoClips) })
                used.UnionWith(MembersUsed(type.Assembly.Location));
            string[] listed = File.ReadAllLines(ListFile).Where(line => line.Length > 0 && !line.StartsWith("#")).ToArray();
            if (Environment.GetEnvironmentVariable("VISAVIS_WRITE_ENGINE_MEMBERS") == "1")
            {
                string[] head = File.ReadAllLines(ListFile).TakeWhile(line => line.StartsWith("#")).ToArray();
                File.WriteAllLines(ListFile, head.Concat(used));
                listed = used.ToArray();
            }

            Assert.That(listed, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
            Assert.That(used.Except(listed), Is.Empty, "used and not listed: look each up in Unity's scripting reference, then add it");
            Assert.That(listed.Except(used), Is.Empty, "listed and no longer used");
            TestContext.Progress.WriteLine($"engine members used: {listed.Length}");
        }

        private static IEnumerable<string> MembersUsed(string assembly)
        {
            using var file = new PEReader(File.OpenRead(assembly));
            MetadataReader metadata = file.GetMetadataReader();
            var names = new Names(metadata);
            foreach (MemberReferenceHandle handle in metadata.MemberReferences)
            {
                MemberReference member = metadata.GetMemberReference(handle);
                string owner = names.Owner(member.Parent);
                if (!owner.StartsWith("Unity")) continue;
                string name = metadata.GetString(member.Name);
                if (member.GetKind() == MemberReferenceKind.Field)
                {
                    yield return $"{owner}.{name} : {member.DecodeFieldSignature(names, null)}";
                    continue;
                }

                MethodSignature<string> signature = member.DecodeMethodSignature(names, null);
                string generic = signature.GenericParameterCount > 0 ? "<T>" : "";
                yield return $"{owner}.{name}{generic}({string.Join(", ", signature.ParameterTypes)}) : {signature.ReturnType}";
            }
        }

        /// <summary>Writes types as C# does.</summary>
        private sealed class Names : ISignatureTypeProvider<string, object?>
        {
            private readonly MetadataReader _metadata;

            public Names(MetadataReader metadata)
            {
                _metadata = metadata;
            }

            public string Owner(EntityHandle parent) => parent.Kind switch
            {
                HandleKind.TypeReference => GetTypeFromReference(_metadata, (TypeReferenceHandle)parent, 0),
                HandleKind.TypeSpecification => _metadata.GetTypeSpecification((TypeSpecificationHandle)parent).DecodeSignature(this, null),
                _ => "",
            };

            public string GetPrimitiveType(PrimitiveTypeCode code) => code switch
            {
                PrimitiveTypeCode.Void => "void",
                PrimitiveTypeCode.Boolean => "bool",
                PrimitiveTypeCode.Single => "float",
                PrimitiveTypeCode.Double => "double",
                PrimitiveTypeCode.Int32 => "int",
                PrimitiveTypeCode.String => "string",
                PrimitiveTypeCode.Object => "object",
                PrimitiveTypeCode.Byte => "byte",
                _ => code.ToString(),
            };

            public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
            {
                TypeReference type = reader.GetTypeReference(handle);
                string name = reader.GetString(type.Name);
                if (type.ResolutionScope.Kind == HandleKind.TypeReference)
                    return GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, rawTypeKind) + "." + name;
                string space = reader.GetString(type.Namespace);
                int arity = name.IndexOf('`');
                if (arity >= 0) name = name.Substring(0, arity);
                return space.Length == 0 ? name : $"{space}.{name}";
            }

            public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
            {
                TypeDefinition type = reader.GetTypeDefinition(handle);
                return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
            }

            public string GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
                reader.GetTypeSpecification(handle).DecodeSignature(this, context);

            public string GetSZArrayType(string elementType) => elementType + "[]";

            public string GetArrayType(string elementType, ArrayShape shape) => elementType + "[,]";

            public string GetByReferenceType(string elementType) => "ref " + elementType;

            public string GetPointerType(string elementType) => elementType + "*";

            public string GetPinnedType(string elementType) => elementType;

            public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

            public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
                $"{genericType}<{string.Join(", ", typeArguments)}>";

            public string GetGenericMethodParameter(object? context, int index) => "T";

            public string GetGenericTypeParameter(object? context, int index) => "T" + index;

            public string GetFunctionPointerType(MethodSignature<string> signature) => "delegate*";
        }
    }
}
