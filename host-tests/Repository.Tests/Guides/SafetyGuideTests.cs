using IqosDevice.Firmware.Core.Safety;

namespace IqosDevice.Repository.Tests.Guides;

/// <summary>The safety table, the classes that it names, and the guide say the same.</summary>
public sealed class SafetyGuideTests
{
    public static TheoryData<int> Numbers => [.. SafetyGuide.Rows.Select(row => row.Number)];

    /// <summary>After a change of the table: <c>UPDATE_SAFETY_GUIDE=1</c> writes the guide's tables.</summary>
    [Fact]
    public void The_guide_has_the_tables_of_the_code()
    {
        var guide = Repo.Read(SafetyGuide.FileName);
        var made = SafetyGuide.WithTables(guide);
        if (Environment.GetEnvironmentVariable("UPDATE_SAFETY_GUIDE") == "1")
        {
            File.WriteAllText(Repo.PathOf(SafetyGuide.FileName), made);
        }

        made.ShouldBe(Repo.Read(SafetyGuide.FileName));
    }

    [Fact]
    public void A_changed_table_is_noticed() =>
        SafetyGuide.WithTables(Repo.Read(SafetyGuide.FileName).Replace("Over-temperature", "Overtemperature", StringComparison.Ordinal))
            .ShouldContain("Over-temperature");

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_row_of_the_table_is_done_by_a_class_that_exists(int number)
    {
        var row = SafetyTable.RowOf(number)!;
        row.Number.ShouldBe(number);
        row.Act.ShouldBe(SafetyActs.Of(number));
        if (row.By.StartsWith("board: ", StringComparison.Ordinal))
        {
            row.By["board: ".Length..].ShouldBeOneOf("comparator", "dead-man");
        }
        else if (row.By is not "-" and not "not in force yet")
        {
            typeof(SafetyTable).Assembly.GetTypes().ShouldContain(type => string.Equals(type.Name, row.By, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_check_is_in_the_table_under_its_row()
    {
        foreach (var check in SafetyGuide.Checks)
        {
            SafetyTable.RowOf(check.Key)!.By.ShouldBe(check.Single().Name);
        }

        var checks = typeof(SafetyTable).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(SafetyTable).Namespace && type.Name.EndsWith("Check", StringComparison.Ordinal));
        checks.ShouldBe(
            SafetyGuide.Checks.SelectMany(check => check).Where(type => type.Name.EndsWith("Check", StringComparison.Ordinal)),
            ignoreOrder: true);
    }

    [Fact]
    public void Every_check_is_run_by_the_supervisor()
    {
        // The proof of the cut-out and the count of trips are no checks of a tick: others call them.
        string[] entries = ["Step", nameof(TripCounter.IsOneTooMany)];
        var run = new[] { typeof(PromptChecks), typeof(FastChecks), typeof(SlowChecks), typeof(Supervisor), typeof(IqosDevice.Firmware.Core.TripJournal) }.SelectMany(type => Compiled.CompiledCode.ReleaseFirmware
            .GetType(type.FullName).Methods).Where(method => method.HasBody).SelectMany(method => method.Body.Instructions)
            .Select(instruction => instruction.Operand).OfType<Mono.Cecil.MethodReference>()
            .Where(method => entries.Contains(method.Name, StringComparer.Ordinal)).Select(method => method.DeclaringType.Name).ToHashSet(StringComparer.Ordinal);

        SafetyGuide.Checks.SelectMany(check => check).Select(type => type.Name).Where(name => !run.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void A_number_that_is_no_row_has_none()
    {
        SafetyTable.RowOf(0).ShouldBeNull();
        SafetyTable.RowOf(SafetyTable.RowCount + 1).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_first_row_of_a_set_is_found(int number)
    {
        SafetyActs.FirstOf(1L << number).ShouldBe(number);
        SafetyActs.FirstOf(~0L << number).ShouldBe(number);
        SafetyActs.FirstOf(0).ShouldBe(0);
    }
}
