using System.Globalization;
using System.Text;
using IqosDevice.Emulator.Faults.Matrix;

namespace IqosDevice.Repository.Tests.Guides;

/// <summary>The mutants that survive, and why, as docs/faults.md lists them: made from the trials and the expectation table.</summary>
public sealed class FaultsGuideTests
{
    private const string FileName = "docs/faults.md";
    private const string Begin = "<!-- survivors -->\n";
    private const string End = "<!-- end of survivors -->";

    /// <summary>After a change of trials or expectations: <c>UPDATE_FAULTS_GUIDE=1</c> writes the guide's table.</summary>
    [Fact]
    public void The_guide_lists_every_mutant_that_survives_with_its_reason()
    {
        var guide = Repo.Read(FileName);
        var begin = guide.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var made = guide[..begin] + Table() + guide[guide.IndexOf(End, begin, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("UPDATE_FAULTS_GUIDE") == "1")
        {
            File.WriteAllText(Repo.PathOf(FileName), made);
        }

        made.ShouldBe(Repo.Read(FileName));
    }

    private static string Table()
    {
        var table = new StringBuilder("\n| row | fault | where | why nothing comes of it without the row |\n| --- | --- | --- | --- |\n");
        foreach (var found in MutantSurvivors.Of(ExpectationTable.Load()))
        {
            table.Append(CultureInfo.InvariantCulture, $"| {found.Row} | `{found.Fault}` | {found.Where} | {found.Because} |\n");
        }

        return table.Append('\n').ToString();
    }
}
