using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Battery.Cells;

namespace IqosDevice.Benchmarks.Gauge;

/// <summary>A cell that there are measurements of, and the firmware's table for it.</summary>
internal sealed record KnownCell(string Name, int CapacityMah, Func<CellModel> Model, IReadOnlyList<string> IdentifiedOn)
{
    public static readonly KnownCell Panasonic = new(
        "panasonic",
        2900,
        Panasonic18650Pf.Create,
        ["25degC_NN", "0degC_NN", "n10degC_NN", "25degC_Cycle_1", "10degC_Cycle_1", "n20degC_Cycle_1", "trise_from_n20degC_Cycle_1"])
    {
        Plant = new PlantParameters { CellAmpereHours = 2.9, CellOhms = 0.039 }.With(CellChemistries.Panasonic),
    };

    public static readonly KnownCell Lg = new("lg", 2778, LgHg2.Create, []);

    /// <summary>
    /// The plant's cell in this one's size; null where its resistance was not measured. Panasonic: 39 mΩ is its 1C pulse of 10 s
    /// at 25 °C, mean of 40 to 80 % of charge.
    /// </summary>
    public PlantParameters? Plant { get; private init; }

    public double AmpereHours => CapacityMah / 1000.0;

    /// <summary>The cell's table was identified on this very file: its figure proves nothing.</summary>
    public bool IsIdentifiedOn(string file) => IdentifiedOn.Any(name => file.StartsWith($"{name}_", StringComparison.Ordinal)
        || Path.GetFileNameWithoutExtension(file) == name);
}
