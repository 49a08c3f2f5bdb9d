using IqosDevice.Emulator.Board;

namespace IqosDevice.Emulator.Scenarios.Conditions;

/// <summary>A light, or the vibration motor: something that comes on and goes off.</summary>
/// <param name="Name">Name in a file.</param>
/// <param name="CountName">Name of how often it came on.</param>
/// <param name="Meaning">What it is, for people.</param>
/// <param name="Pin">Where it is driven.</param>
internal sealed record Lamp(string Name, string CountName, string Meaning, int Pin)
{
    public static IReadOnlyList<Lamp> All { get; } =
    [
        new("topLight", "topBlinks", "Top light", Wiring.TopLightPin),
        new("secondLight", "secondBlinks", "Second light", Wiring.SecondLightPin),
        new("thirdLight", "thirdBlinks", "Third light", Wiring.ThirdLightPin),
        new("bottomWhite", "bottomWhiteBlinks", "Bottom light, white", Wiring.BottomWhitePin),
        new("bottomRed", "bottomRedBlinks", "Bottom light, red (with white: yellow)", Wiring.BottomRedPin),
        new("vibration", "vibrations", "Vibration motor", Wiring.VibrationPin),
    ];
}
