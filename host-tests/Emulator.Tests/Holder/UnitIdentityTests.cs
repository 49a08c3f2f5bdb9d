using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Emulator.Tests.Holder;

public sealed class UnitIdentityTests
{
    [Fact]
    public void A_unit_is_the_same_for_the_same_model_and_seed()
    {
        HolderModel model = HolderModels.Find("ILUMA i");

        Describe(UnitIdentity.Create(model, 5)).ShouldBe(Describe(UnitIdentity.Create(model, 5)));
        Describe(UnitIdentity.Create(model, 5)).ShouldNotBe(Describe(UnitIdentity.Create(model, 6)));
        Describe(UnitIdentity.Create(HolderModels.Find("ILUMA"), 5)).ShouldNotBe(Describe(UnitIdentity.Create(model, 5)));
    }

    [Fact]
    public void Product_numbers_have_14_ascii_characters_and_two_pieces_have_two()
    {
        foreach (HolderModel model in HolderModels.All)
        {
            DeviceIdentity identity = UnitIdentity.Create(model, 1);
            identity.HolderProductNumber.ShouldMatch("^[2-9A-Z]{14}$");
            identity.ChargerProductNumber.ShouldMatch("^[2-9A-Z]{14}$");
            identity.SerialNumber.Length.ShouldBeLessThanOrEqualTo(20);
            (identity.HolderProductNumber != identity.ChargerProductNumber).ShouldBe(model.HasSeparateHolder, model.Name);
        }
    }

    [Theory]
    [InlineData("ILUMA i PRIME", "ILUMA i PRIME")]
    [InlineData("iluma I prime", "ILUMA i PRIME")]
    [InlineData(" IQOS ILUMA ONE ", "ILUMA ONE")]
    public void Models_are_found_by_name_in_any_case(string text, string name)
    {
        HolderModels.Find(text).Name.ShouldBe(name);
    }

    [Fact]
    public void An_unknown_model_is_refused_with_a_list_of_those_that_exist()
    {
        string message = Should.Throw<ArgumentException>(() => HolderModels.Find("LIL")).Message;

        foreach (string name in HolderModels.Names)
        {
            message.ShouldContain(name);
        }
    }

    private static string Describe(DeviceIdentity identity) =>
        $"{identity.SerialNumber} {identity.HolderProductNumber} {identity.ChargerProductNumber}";
}
