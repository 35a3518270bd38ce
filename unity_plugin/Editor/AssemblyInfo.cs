using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("VisAVis.Unity.Tests")]
