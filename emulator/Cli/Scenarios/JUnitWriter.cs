using System.Globalization;
using System.Xml.Linq;

namespace IqosDevice.Cli.Scenarios;

/// <summary>
/// Results as JUnit XML, which build servers show: a suite a folder, a case a scenario; a scenario that came out wrong is
/// a failure, a file that could not be read an error. Elements and attributes are those of Jenkins' schema, junit-10.xsd.
/// </summary>
internal static class JUnitWriter
{
    public static void Write(IReadOnlyList<ScenarioResult> results, TextWriter output)
    {
        var document = new XDocument(new XElement(
            "testsuites",
            Counts(results),
            results.GroupBy(result => FolderOf(result.File)).Select(folder => new XElement(
                "testsuite", [new XAttribute("name", folder.Key), .. Counts([.. folder]), .. folder.Select(Case)]))));
        document.Save(output);
    }

    private static string FolderOf(string file) => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))) ?? "scenarios";

    private static XAttribute[] Counts(IReadOnlyList<ScenarioResult> results) =>
    [
        new("tests", results.Count),
        new("failures", results.Count(result => result.Outcome?.Failure is not null)),
        new("errors", results.Count(result => result.SyntaxError is not null)),
        new("time", Seconds(results.Sum(result => result.Seconds))),
    ];

    private static XElement Case(ScenarioResult result)
    {
        var element = new XElement(
            "testcase",
            new XAttribute("name", result.Name),
            new XAttribute("classname", Path.GetFileNameWithoutExtension(result.File)),
            new XAttribute("time", Seconds(result.Seconds)));
        if (result.SyntaxError is { } syntax)
        {
            element.Add(new XElement("error", new XAttribute("message", Printable(syntax))));
        }
        else if (result.Outcome?.Failure is { } failure)
        {
            string details = string.Join('\n', [$"{failure.Place}: {failure.Step}", .. failure.Journal, ScenarioText.ReplayLine(result)]);
            element.Add(new XElement("failure", new XAttribute("message", Printable(failure.Message)), Printable(details)));
        }

        return element;
    }

    private static string Seconds(double value) => value.ToString("F3", CultureInfo.InvariantCulture);

    /// <summary>XML 1.0 has no place for most control characters, which a log line may hold.</summary>
    private static string Printable(string text) =>
        string.Concat(text.Select(letter => System.Xml.XmlConvert.IsXmlChar(letter) ? letter : '?'));
}
