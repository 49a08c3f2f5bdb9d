using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Devices;

/// <summary>Where a device may have been bought to be registered here: the European Economic Area, Switzerland, the United Kingdom.</summary>
public static class Countries
{
    public const string Home = "HU";

    /// <summary>Names by ISO 3166-1 alpha-2 code.</summary>
    public static IReadOnlyDictionary<string, Wording> Served { get; } = new Dictionary<string, Wording>(StringComparer.Ordinal)
    {
        ["HU"] = new("Hungary", "Magyarország"),
        ["AT"] = new("Austria", "Ausztria"),
        ["BE"] = new("Belgium", "Belgium"),
        ["BG"] = new("Bulgaria", "Bulgária"),
        ["CH"] = new("Switzerland", "Svájc"),
        ["CY"] = new("Cyprus", "Ciprus"),
        ["CZ"] = new("Czechia", "Csehország"),
        ["DE"] = new("Germany", "Németország"),
        ["DK"] = new("Denmark", "Dánia"),
        ["EE"] = new("Estonia", "Észtország"),
        ["ES"] = new("Spain", "Spanyolország"),
        ["FI"] = new("Finland", "Finnország"),
        ["FR"] = new("France", "Franciaország"),
        ["GB"] = new("United Kingdom", "Egyesült Királyság"),
        ["GR"] = new("Greece", "Görögország"),
        ["HR"] = new("Croatia", "Horvátország"),
        ["IE"] = new("Ireland", "Írország"),
        ["IS"] = new("Iceland", "Izland"),
        ["IT"] = new("Italy", "Olaszország"),
        ["LI"] = new("Liechtenstein", "Liechtenstein"),
        ["LT"] = new("Lithuania", "Litvánia"),
        ["LU"] = new("Luxembourg", "Luxemburg"),
        ["LV"] = new("Latvia", "Lettország"),
        ["MT"] = new("Malta", "Málta"),
        ["NL"] = new("Netherlands", "Hollandia"),
        ["NO"] = new("Norway", "Norvégia"),
        ["PL"] = new("Poland", "Lengyelország"),
        ["PT"] = new("Portugal", "Portugália"),
        ["RO"] = new("Romania", "Románia"),
        ["SE"] = new("Sweden", "Svédország"),
        ["SI"] = new("Slovenia", "Szlovénia"),
        ["SK"] = new("Slovakia", "Szlovákia"),
    };

    /// <summary>Name of a country; its code where it is none of those.</summary>
    public static Wording NameOf(string code) => Served.GetValueOrDefault(code) ?? new Wording(code, code);
}
