namespace IqosDevice.Cli.Dashboard.Events;

/// <summary>How far a reader has come: the numbers of the next sample, log line and traffic event.</summary>
internal readonly record struct FeedPosition(long Sample, long LogLine, long Traffic);
