using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Sessions;
using IqosDevice.Emulator.Plant;

namespace IqosDevice.Emulator.Tests.Plant;

public class CellChemistryTests
{
    public static TheoryData<string> Names => [.. CellChemistries.All.Select(cell => cell.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Voltage_rises_with_charge_and_resistance_falls_with_warmth(string name)
    {
        CellChemistry cell = CellChemistries.Find(name).ShouldNotBeNull();
        cell.OpenCircuitVolts.Count.ShouldBe(21);
        cell.OpenCircuitVolts.Zip(cell.OpenCircuitVolts.Skip(1)).ShouldAllBe(pair => pair.First < pair.Second);
        for (double celsius = -20; celsius < 60; celsius++)
        {
            cell.ResistanceFactorAt(celsius, 0.5).ShouldBeGreaterThanOrEqualTo(cell.ResistanceFactorAt(celsius + 1, 0.5));
        }

        cell.ResistanceFactorAt(25, 0.5).ShouldBe(1, 0.08);
        cell.ResistanceFactorAt(-10, 0.5).ShouldBeInRange(2.5, 3.5);
        cell.Source.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Voltage_and_charge_are_each_other_s_inverse(string name)
    {
        CellChemistry cell = CellChemistries.Find(name)!;
        for (double charge = 0; charge <= 1; charge += 0.01)
        {
            cell.StateOfChargeAt(cell.OpenCircuitVoltsAt(charge)).ShouldBe(charge, 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_session_runs_on_each_of_them(string name)
    {
        PlantParameters plant = new PlantParameters { InitialStateOfCharge = 0.9 }.With(CellChemistries.Find(name)!);
        SessionReport report = SessionRun.Execute(new HolderOptions { Plant = plant }, PuffProfile.ByName("hci", 1));
        report.EndReason.ShouldBe("Time");
        report.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void An_aged_cell_holds_less_and_resists_more()
    {
        var young = new PlantParameters();
        PlantParameters old = young.Aged(0.87);
        old.CellAmpereHours.ShouldBe(0.2175, 1e-9);
        (old.CellOhms / young.CellOhms).ShouldBe(1.43, 0.01);
        young.Aged(1).ShouldBe(young);
    }
}
