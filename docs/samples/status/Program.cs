using IqosDevice.Client;
using IqosDevice.Client.Values;

await using HolderClient holder = await HolderClient.ConnectAsync(args[0]);
await using ControlClient hands = await ControlClient.ConnectAsync(args[1]);
await hands.InsertStickAsync();
await hands.HoldButtonAsync(TimeSpan.FromSeconds(1.2));
await foreach (HolderStatus status in holder.WatchSessionAsync())
{
    Console.WriteLine(status);
}
