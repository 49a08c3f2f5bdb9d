using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Hosting;

namespace IqosDevice.Cli.Running;

/// <summary>What a run consists of, for those who serve it.</summary>
/// <param name="Holder">The holder that everything is about.</param>
/// <param name="Neighbours">Those who are in reach beside it.</param>
/// <param name="Runner">Who paces them.</param>
/// <param name="Taps">Who listens in.</param>
internal sealed record RunParts(VirtualHolder Holder, Neighbours Neighbours, HolderRunner Runner, RunTaps Taps);
