namespace IqosDevice.Portal.Common;

/// <summary>An <see cref="Outcome"/> that brings something along when it is done.</summary>
public sealed class Outcome<T> : Outcome
{
    private readonly T? value;

    private Outcome(IReadOnlyList<Problem> problems, T? value)
        : base(problems) => this.value = value;

    /// <exception cref="InvalidOperationException">The request was refused.</exception>
    public T Value => IsDone ? value! : throw new InvalidOperationException($"refused: {Problems[0].Code}");

    public static implicit operator Outcome<T>(T value) => new([], value);

    public static new Outcome<T> Refuse(string code, string field = "") => new([new Problem(field, code)], default);

    public static new Outcome<T> Refuse(IReadOnlyList<Problem> problems) => new(problems, default);
}
