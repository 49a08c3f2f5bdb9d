using IqosDevice.NanoFramework.Host;
using nanoFramework.Device.Bluetooth;
using nanoFramework.Hardware.Esp32;

namespace IqosDevice.NanoFramework.Tests.Host;

public sealed class HostBoardTests
{
    [Fact]
    public void Firmware_code_outside_a_board_is_an_error_and_not_somebody_elses_board() =>
        Should.Throw<InvalidOperationException>(() => HostBoard.Current);

    [Fact]
    public void Entering_nests_and_leaving_restores_the_board_before()
    {
        var outer = new FakeBoard();
        var inner = new FakeBoard();

        using (outer.Enter())
        {
            using (inner.Enter())
            {
                HostBoard.Current.ShouldBeSameAs(inner);
            }

            HostBoard.Current.ShouldBeSameAs(outer);
        }

        Should.Throw<InvalidOperationException>(() => HostBoard.Current);
    }

    [Fact]
    public void What_the_packages_keep_in_statics_belongs_to_one_board()
    {
        var first = new FakeBoard();
        var second = new FakeBoard();
        BluetoothLEServer server;
        using (first.Enter())
        {
            server = BluetoothLEServer.Instance;
            BluetoothLEServer.Instance.ShouldBeSameAs(server);
            Configuration.SetPinFunction(25, DeviceFunction.PWM1);
        }

        using (second.Enter())
        {
            BluetoothLEServer.Instance.ShouldNotBeSameAs(server);
            Configuration.GetFunctionPin(DeviceFunction.PWM1).ShouldBe(-1);
        }
    }

    [Fact]
    public void A_disposed_server_is_made_anew()
    {
        using HostBoard.Scope scope = new FakeBoard().Enter();
        BluetoothLEServer server = BluetoothLEServer.Instance;

        server.Dispose();

        BluetoothLEServer.Instance.ShouldNotBeSameAs(server);
    }

    [Fact]
    public void The_clock_counts_microseconds_since_boot()
    {
        var board = new FakeBoard { MicrosecondsSinceBoot = 20_040 };
        using HostBoard.Scope scope = board.Enter();

        HighResTimer.GetCurrent().ShouldBe(20_040UL);
    }

    [Fact]
    public void The_collector_tells_what_the_board_says_is_free()
    {
        using HostBoard.Scope scope = new FakeBoard().Enter();

        nanoFramework.Runtime.Native.GC.Run(compactHeap: false).ShouldBe(12_345u);
    }
}
