using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Esp32;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>
/// What the firmware keeps on the device's heap. The room between the limit and the 48 KB of the smallest image is for
/// what comes and goes: a message and its answer, an open file, the lines of the log.
/// </summary>
public sealed class HeapTests
{
    public static TheoryData<string> Models => [.. HolderModels.Names];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_firmware_of_every_model_stays_within_its_heap(string model)
    {
        using var firmware = new RunningFirmware(model);
        var heap = new HeapEstimate();
        heap.AddStatics(typeof(HolderApp).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("IqosDevice.Firmware", StringComparison.Ordinal) == true));
        foreach (var root in firmware.Roots())
        {
            heap.AddGraph(root);
        }

        heap.AddThreads(PackageObjects.Threads);
        CostReport.Write(
            $"heap-{model.Replace(' ', '-')}.txt",
            $"Heap of {model}: {heap.TotalBytes} bytes, {CostLimits.HeapBytes} allowed",
        [
            .. Enum.GetValues<HeapShare>().Select(share => $"{heap.BytesOf(share),7}  {share}"),
            "  bytes count  type",
            .. heap.Rows.Select(row => $"{row.Bytes,7}{row.Count,6}  {row.Name}"),
        ]);

        firmware.IsHeating.ShouldBeTrue();
        firmware.IsNotified.ShouldBeTrue();
        heap.Violations.ShouldHaveNone();
        heap.LargerThan(CostLimits.HeapBytes, CostLimits.FirmwareObjectBytes).ShouldHaveNone();
    }
}
