#nullable enable
namespace VisAVis.Core
{
    /// <summary>One of the two people of a conversation.</summary>
    public enum Person
    {
        /// <summary>The first person; by default at -X of the conversation frame, looking along +X.</summary>
        A = 0,

        /// <summary>The second person.</summary>
        B = 1,
    }

    /// <summary>What can be said of a person by itself.</summary>
    public static class PersonExtensions
    {
        /// <summary>The other one.</summary>
        public static Person Partner(this Person person) => person == Person.A ? Person.B : Person.A;
    }
}
