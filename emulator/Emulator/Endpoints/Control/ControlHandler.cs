namespace IqosDevice.Emulator.Endpoints.Control;

/// <summary>
/// Does what a line asks for. Called inside the simulation; answers with <see cref="ControlClient.Send"/>.
/// </summary>
/// <param name="line">One JSON object, without the end of line.</param>
/// <param name="client">Who sent it.</param>
public delegate void ControlHandler(string line, ControlClient client);
