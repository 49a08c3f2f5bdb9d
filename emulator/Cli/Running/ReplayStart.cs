using IqosDevice.Emulator.Recording.Runs;

namespace IqosDevice.Cli.Running;

/// <summary>Where a run goes on.</summary>
/// <param name="Recording">What is replayed first, as fast as the machine can.</param>
/// <param name="Until">Virtual time at which the replay stops and the run goes live.</param>
internal sealed record ReplayStart(RunRecording Recording, TimeSpan Until);
