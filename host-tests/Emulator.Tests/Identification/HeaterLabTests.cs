using IqosDevice.Emulator.Identification;

namespace IqosDevice.Emulator.Tests.Identification;

/// <summary>
/// Runs of real heaters (TCLab, Brigham Young University): the first half is fitted, the second half predicted. The
/// figures are those of docs/plant.md.
/// </summary>
public sealed class HeaterLabTests
{
    [Theory]
    [InlineData("step_test_siso_noheader.csv")]
    [InlineData("mimo_steps_1s.csv")]
    [InlineData("mimo_random_3s_a.csv")]
    [InlineData("mimo_random_3s_b.csv")]
    [InlineData("mhe_nonlinear_3s_noheader.csv")]
    [InlineData("arduino_transistor_heater_F_1s.csv")]
    public void The_second_half_is_predicted_within_1_5_degrees_by_the_first_alone(string file)
    {
        IdentifiedPlant plant = PlantIdentifier.Identify(Read(file), PlantStructure.HeaterAndSensor, []);

        plant.HeldOutRmsCelsius.ShouldBeLessThanOrEqualTo(1.5);
    }

    private static MeasuredRun Read(string file)
    {
        string path = Path.Combine(Folder(), file);
        Assert.SkipUnless(File.Exists(path), $"{path} is not here; IQOS_DEVICE_DATA names the folder that heater_tclab lies in.");
        return MeasuredRunCsv.Parse(File.ReadAllText(path), new());
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("IQOS_DEVICE_DATA") is { Length: > 0 } data)
        {
            return Path.Combine(data, "heater_tclab");
        }

        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "IqosDevice.sln")))
        {
            root = root.Parent;
        }

        return Path.Combine(root?.FullName ?? ".", "..", "shared", "data", "heater_tclab");
    }
}
