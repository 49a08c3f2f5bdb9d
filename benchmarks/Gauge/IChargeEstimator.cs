namespace IqosDevice.Benchmarks.Gauge;

/// <summary>Something that follows a cell's state of charge row by row.</summary>
internal interface IChargeEstimator
{
    string Name { get; }

    /// <summary>Takes a row.</summary>
    /// <returns>State of charge, 0..1.</returns>
    double Step(in CellLogRow row);
}
