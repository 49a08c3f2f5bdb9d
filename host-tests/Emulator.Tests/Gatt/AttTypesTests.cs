using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Gatt.ClientPdus;
using IqosDevice.Emulator.Gatt.ServerPdus;

namespace IqosDevice.Emulator.Tests.Gatt;

public sealed class AttTypesTests
{
    [Theory]
    [InlineData("180a", true, "0A18")]
    [InlineData("0000180a-0000-1000-8000-00805f9b34fb", true, "0A18")]
    [InlineData("daebb240-b041-11e4-9e45-0002a5d5c51b", false, "1BC5D5A50200459EE41141B040B2EBDA")]
    [InlineData("0001180a-0000-1000-8000-00805f9b34fb", false, "FB349B5F80000080001000000A180100")]
    public void A_UUID_goes_over_the_air_in_its_shortest_form(string text, bool isShort, string onAir)
    {
        Uuid uuid = Uuid.Parse(text);
        var writer = new SpanWriter(new byte[16]);
        writer.WriteUuid(uuid);
        var reader = new SpanReader(writer.Written);

        uuid.IsShort.ShouldBe(isShort);
        Convert.ToHexString(writer.Written).ShouldBe(onAir);
        reader.ReadUuid(writer.LengthBytes).ShouldBe(uuid);
        Uuid.Parse(uuid.ToString()).ShouldBe(uuid);
    }

    [Fact]
    public void Reading_beyond_the_end_fails_and_stays_failed()
    {
        var reader = new SpanReader([1, 2, 3]);
        reader.ReadUInt16().ShouldBe((ushort)0x0201);
        reader.ReadUInt16().ShouldBe((ushort)0);

        reader.Failed.ShouldBeTrue();
        reader.IsComplete.ShouldBeFalse();
        reader.ReadByte().ShouldBe((byte)0);
    }

    [Fact]
    public void Every_error_code_survives_and_prints()
    {
        for (int code = 0; code <= byte.MaxValue; code++)
        {
            var error = new AttErrorCode((byte)code);
            error.Value.ShouldBe((byte)code);
            error.ToString().ShouldEndWith($"(0x{code:X2})");
        }

        AttErrorCode.InvalidHandle.ToString().ShouldBe("Invalid Handle (0x01)");
        AttErrorCode.ValueNotAllowed.ToString().ShouldBe("Value Not Allowed (0x13)");
        new AttErrorCode(0x7F).ToString().ShouldBe("Reserved (0x7F)");
        new AttErrorCode(0x80).IsApplicationError.ShouldBeTrue();
        new AttErrorCode(0xA0).IsApplicationError.ShouldBeFalse();
    }

    [Fact]
    public void A_client_can_write_requests_and_read_answers_with_the_same_types()
    {
        var holder = new SmallHolder();
        var writer = new SpanWriter(new byte[23]);
        new ReadByTypeRequest(1, 5, GattTypes.Characteristic).Write(ref writer);
        ReadByTypeResponse.TryRead(Convert.FromHexString(holder.Ask(Convert.ToHexString(writer.Written))), out ReadByTypeResponse found)
            .ShouldBeTrue();
        found.Count.ShouldBe(2);
        found.HandleAt(1).ShouldBe((ushort)4);
        Convert.ToHexString(found.ValueAt(1)).ShouldBe("020500252A");

        writer = new SpanWriter(new byte[23]);
        new FindInformationRequest(9, 10).Write(ref writer);
        FindInformationResponse.TryRead(
            Convert.FromHexString(holder.Ask(Convert.ToHexString(writer.Written))), out FindInformationResponse types).ShouldBeTrue();
        types[0].ShouldBe(((ushort)9, GattTypes.ClientCharacteristicConfiguration));

        writer = new SpanWriter(new byte[23]);
        ReadMultipleVariableRequest.Write(ref writer, 5, 8);
        ReadMultipleVariableResponse.TryRead(
            Convert.FromHexString(holder.Ask(Convert.ToHexString(writer.Written))), out ReadMultipleVariableResponse values).ShouldBeTrue();
        values.ToValues().ShouldBe([holder.Serial.Value, holder.Battery.Value]);

        writer = new SpanWriter(new byte[23]);
        new WriteRequest(0x0008, [1]).Write(ref writer);
        ErrorResponse.TryRead(Convert.FromHexString(holder.Ask(Convert.ToHexString(writer.Written))), out ErrorResponse error).ShouldBeTrue();
        error.ShouldBe(new ErrorResponse((byte)AttOpcode.WriteRequest, 8, AttErrorCode.WriteNotPermitted));
    }
}
