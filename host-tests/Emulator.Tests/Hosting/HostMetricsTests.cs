using System.Diagnostics.Metrics;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Hosting;
using IqosDevice.Emulator.Simulation;
using IqosDevice.Emulator.Tests.Endpoints;

namespace IqosDevice.Emulator.Tests.Hosting;

public sealed class HostMetricsTests
{
    [Fact]
    public async Task Who_listens_hears_how_late_the_loop_is_and_what_waits()
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int lateness = 0;
        int depth = 0;
        using MeterListener listener = Listen(HostMetrics.MeterName);
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => Hear(ref lateness, value >= 0));
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => Hear(ref depth, value > 0));
        listener.Start();
        var queue = new EventQueue();
        queue.At(1000, static () => { });
        using var runner = new HolderRunner(queue, 1);
        runner.Post(static () => { });
        runner.Start();

        await heard.Task.WaitAsync(TestContext.Current.CancellationToken);

        void Hear(ref int which, bool counts)
        {
            Volatile.Write(ref which, counts ? 1 : 0);
            if (Volatile.Read(ref lateness) + Volatile.Read(ref depth) == 2)
            {
                heard.TrySetResult();
            }
        }
    }

    [Fact]
    public async Task Connections_are_counted_as_they_come_and_go()
    {
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using MeterListener listener = Listen(TransportMetrics.MeterName);
        listener.SetMeasurementEventCallback<int>((_, change, _, _) =>
        {
            if (change > 0)
            {
                came.TrySetResult();
            }
            else
            {
                gone.TrySetResult();
            }
        });
        listener.Start();
        await using TwoDevices pair = await TwoDevices.ConnectAsync();
        await came.Task.WaitAsync(TestContext.Current.CancellationToken);
        await pair.Client.DisposeAsync();

        await gone.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    private static MeterListener Listen(string meter) => new()
    {
        InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        },
    };
}
