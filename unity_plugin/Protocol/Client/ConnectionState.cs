#nullable enable
namespace VisAVis.Protocol
{
    /// <summary>How a conversation's connection is.</summary>
    public enum ConnectionState
    {
        /// <summary>Not started.</summary>
        Idle,

        /// <summary>On the way to the service for the first time.</summary>
        Connecting,

        /// <summary>Sound goes out, frames come in.</summary>
        Live,

        /// <summary>Lost; trying again.</summary>
        Reconnecting,

        /// <summary>The sound was ended and everything owed has come.</summary>
        Ended,

        /// <summary>The service refused; trying again would not help.</summary>
        Failed,
    }
}
