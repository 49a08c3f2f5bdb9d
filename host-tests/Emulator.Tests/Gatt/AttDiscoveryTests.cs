namespace IqosDevice.Emulator.Tests.Gatt;

public sealed class AttDiscoveryTests
{
    private const string CoreOnAir = "1BC5D5A502 00459EE41141B040B2EBDA";
    private const string BatteryOnAir = "1BC5D5A50200E79BE41141B02041A5F8";

    private readonly SmallHolder holder = new();

    [Fact]
    public void Exchange_MTU_takes_the_smaller_of_both_and_tells_the_peripheral()
    {
        var told = new List<ushort>();
        holder.Peripheral.MtuExchanged = told.Add;

        holder.Answers("02 64 00", "03 F7 00");

        holder.Peripheral.AttMtu.ShouldBe((ushort)100);
        told.ShouldBe([(ushort)100]);
    }

    [Theory]
    [InlineData("02 05 02", 247)]
    [InlineData("02 F7 00", 247)]
    [InlineData("02 17 00", 23)]
    [InlineData("02 00 00", 23)]
    public void Exchange_MTU_stays_between_23_and_what_the_server_takes(string request, int mtu)
    {
        holder.Ask(request);

        holder.Peripheral.AttMtu.ShouldBe((ushort)mtu);
    }

    [Fact]
    public void A_second_Exchange_MTU_changes_nothing()
    {
        holder.Ask("02 64 00");

        holder.Answers("02 F7 00", "03 F7 00");

        holder.Peripheral.AttMtu.ShouldBe((ushort)100);
    }

    [Fact]
    public void The_MTU_is_23_again_for_the_next_client()
    {
        holder.Ask("02 F7 00");
        holder.Server.Closed("gone");
        holder.Peripheral.TryConnect(new RecordingBearer());

        holder.Peripheral.AttMtu.ShouldBe((ushort)23);
    }

    [Fact]
    public void Primary_services_are_found_by_group_type_and_those_of_another_UUID_size_come_with_the_next_request()
    {
        holder.Answers("10 01 00 FF FF 00 28", "11 06 01 00 05 00 0A 18");
        holder.Answers("10 06 00 FF FF 00 28", "11 14 06 00 10 00" + CoreOnAir);
        holder.Answers("10 11 00 FF FF 00 28", "01 10 11 00 0A");
    }

    [Theory]
    [InlineData("10 01 00 FF FF 01 28", "01 10 01 00 0A", "there is no secondary service")]
    [InlineData("10 01 00 FF FF 03 28", "01 10 01 00 10", "characteristics do not group")]
    [InlineData("10 00 00 FF FF 00 28", "01 10 00 00 01", "handle 0")]
    [InlineData("10 05 00 04 00 00 28", "01 10 05 00 01", "end before start")]
    [InlineData("10 01 00 FF FF 00", "01 10 00 00 04", "half a UUID")]
    public void Read_By_Group_Type_refuses(string request, string response, string why) =>
        holder.Ask(request).ShouldBe(response.Replace(" ", "", StringComparison.Ordinal), why);

    [Fact]
    public void A_service_is_found_by_its_UUID_in_either_size()
    {
        holder.Answers("06 01 00 FF FF 00 28 0A 18", "07 01 00 05 00");
        holder.Ask("02 F7 00");
        holder.Answers("06 01 00 FF FF 00 28 " + CoreOnAir, "07 06 00 10 00");
    }

    [Theory]
    [InlineData("06 01 00 FF FF 00 28 0F 18", "01 06 01 00 0A", "no such service")]
    [InlineData("06 02 00 FF FF 00 28 0A 18", "01 06 02 00 0A", "before the range")]
    [InlineData("06 01 00 FF FF 24 2A 53 4E", "01 06 01 00 0A", "owners' values are not compared")]
    [InlineData("06 00 00 FF FF 00 28 0A 18", "01 06 00 00 01", "handle 0")]
    [InlineData("06 01 00 FF", "01 06 00 00 04", "too short")]
    public void Find_By_Type_Value_refuses(string request, string response, string why) =>
        holder.Ask(request).ShouldBe(response.Replace(" ", "", StringComparison.Ordinal), why);

    [Fact]
    public void Characteristics_are_read_by_type_in_steps_of_equal_length()
    {
        holder.Answers("08 01 00 05 00 03 28", "09 07 02 00 02 03 00 24 2A 04 00 02 05 00 25 2A");
        holder.Answers("08 06 00 10 00 03 28", "09 15 07 00 12 08 00" + BatteryOnAir);
    }

    [Fact]
    public void Read_By_Type_ends_before_a_value_of_another_length()
    {
        holder.Ask("02 F7 00");

        string answer = holder.Ask("08 06 00 10 00 03 28");

        answer.ShouldStartWith("0915" + "0700" + "12" + "0800");
        answer.Length.ShouldBe(2 * (2 + (2 * 21)), "two long declarations; the short one comes with the next request");
        holder.Answers("08 0D 00 10 00 03 28", "09 07 0D 00 20 0E 00 05 2A");
    }

    [Fact]
    public void Read_By_Type_reads_a_value_from_its_owner_and_cuts_it_to_the_MTU()
    {
        holder.Answers("08 01 00 FF FF 25 2A", "09 04 05 00 53 4E");
        string answer = holder.Ask("08 01 00 FF FF 24 2A");
        answer.ShouldStartWith("0915" + "0300" + "4041");
        answer.Length.ShouldBe(2 * 23);
    }

    [Theory]
    [InlineData("08 01 00 FF FF 05 2A", "01 08 0E 00 02", "the first one may not be read")]
    [InlineData("08 01 00 FF FF 19 2A", "01 08 01 00 0A", "no such type")]
    [InlineData("08 05 00 01 00 03 28", "01 08 05 00 01", "end before start")]
    [InlineData("08 01 00 FF FF 03 28 00", "01 08 00 00 04", "a UUID of three bytes")]
    public void Read_By_Type_refuses(string request, string response, string why) =>
        holder.Ask(request).ShouldBe(response.Replace(" ", "", StringComparison.Ordinal), why);

    [Fact]
    public void Find_Information_lists_types_of_one_size()
    {
        holder.Answers("04 09 00 FF FF", "05 01 09 00 02 29 0A 00 03 28");
        holder.Answers("04 08 00 FF FF", "05 02 08 00" + BatteryOnAir);
        holder.Answers("04 0E 00 FF FF", "05 01 0E 00 05 2A 0F 00 02 29 10 00 01 29");
    }

    [Theory]
    [InlineData("04 11 00 FF FF", "01 04 11 00 0A", "behind the last handle")]
    [InlineData("04 00 00 FF FF", "01 04 00 00 01", "handle 0")]
    [InlineData("04 02 00 01 00", "01 04 02 00 01", "end before start")]
    [InlineData("04 02 00 01", "01 04 00 00 04", "too short")]
    public void Find_Information_refuses(string request, string response, string why) =>
        holder.Ask(request).ShouldBe(response.Replace(" ", "", StringComparison.Ordinal), why);

    [Fact]
    public void The_table_can_be_walked_by_services_characteristics_and_descriptors()
    {
        IEnumerable<string> walk = holder.Peripheral.Table.Services.Select(service =>
            $"{service.StartHandle}-{service.EndHandle}: " + string.Join(' ', service.Characteristics.Select(characteristic =>
                $"{characteristic.ValueHandle}[{string.Join(',', characteristic.Descriptors.Select(d => d.Type))}]")));

        walk.ShouldBe(["1-5: 3[] 5[]", "6-16: 8[2902] 11[2902] 14[2902,2901]"]);
    }
}
