using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("VisAVis.Editor")]
