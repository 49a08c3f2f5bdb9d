using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Plant;
using IqosDevice.Emulator.Simulation;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.Emulator.Tests.Board;

/// <summary>A small GATT application on the stand-ins, and the radio under it.</summary>
public sealed class RadioChipTests
{
    private static readonly Guid Service = new("11111111-0000-0000-0000-000000000000");
    private static readonly Guid Value = new("22222222-0000-0000-0000-000000000000");

    private readonly EventQueue queue = new();
    private readonly VirtualBoard board;
    private readonly RadioChip radio;
    private readonly int index;
    private GattWriteRequest? waiting;

    public RadioChipTests()
    {
        board = new VirtualBoard(queue, new HolderPlant(new PlantParameters()), 1, new FlashVolume());
        radio = board.Radio;
        using (new Microcontroller(board, _ => { }).Enter())
        {
            GattServiceProvider provider = GattServiceProvider.Create(Service).ServiceProvider;
            var parameters = new GattLocalCharacteristicParameters
            {
                CharacteristicProperties = GattCharacteristicProperties.Write | GattCharacteristicProperties.Notify,
            };
            GattLocalCharacteristic characteristic = provider.Service.CreateCharacteristic(Value, parameters).Characteristic;
            characteristic.WriteRequested += (_, args) => waiting = args.GetRequest();
            provider.StartAdvertising();
        }

        index = radio.Services.Single(service => service.Uuid == Service).Characteristics[0].Index;
        radio.SetLink(true);
    }

    [Fact]
    public void What_the_firmware_defined_is_there_with_its_properties()
    {
        RadioService service = radio.Services.Single(candidate => candidate.Uuid == Service);
        RadioCharacteristic characteristic = service.Characteristics.ShouldHaveSingleItem();

        characteristic.Uuid.ShouldBe(Value);
        characteristic.Properties.ShouldBe((byte)0x18);
        radio.IsUp.ShouldBeTrue();
    }

    [Fact]
    public void A_write_that_is_never_answered_fails_after_2_s_with_0E()
    {
        List<(long, byte)> answers = Write();

        queue.RunUntil(1_999_999);
        answers.ShouldBeEmpty();
        queue.RunUntil(2_000_000);

        answers.ShouldBe([(2_000_000, (byte)0x0E)]);
    }

    [Fact]
    public void An_answer_in_time_counts_and_the_limit_does_not_strike_afterwards()
    {
        List<(long, byte)> answers = Write();
        queue.RunUntil(1_500_000);
        waiting!.Respond();
        queue.RunUntil(10_000_000);

        answers.ShouldBe([(1_500_000, (byte)0)]);
    }

    [Fact]
    public void An_answer_after_the_limit_is_ignored()
    {
        List<(long, byte)> answers = Write();
        queue.RunUntil(3_000_000);
        waiting!.Respond();

        answers.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_radio_that_is_off_answers_0E_at_once()
    {
        radio.Reset();

        Write().ShouldBe([(0L, (byte)0x0E)]);
    }

    private List<(long AtUs, byte Error)> Write()
    {
        var answers = new List<(long, byte)>();
        radio.Write(index, [1, 2, 3], error => answers.Add((queue.NowUs, error)));
        return answers;
    }
}
