using System.Text;

namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>What an interface offers; introspection tells it to clients.</summary>
/// <param name="Name">E.g. <c>org.bluez.Device1</c>.</param>
internal sealed record InterfaceDescription(string Name)
{
    public MethodDescription[] Methods { get; init; } = [];

    public SignalDescription[] Signals { get; init; } = [];

    public PropertyDescription[] Properties { get; init; } = [];

    public MethodDescription? FindMethod(string name)
    {
        foreach (MethodDescription method in Methods)
        {
            if (method.Name == name)
            {
                return method;
            }
        }

        return null;
    }

    public PropertyDescription? FindProperty(string name) => Array.Find(Properties, property => property.Name == name);

    /// <summary>Adds the element of the introspection format (D-Bus specification, "Introspection Data Format").</summary>
    public void AppendXml(StringBuilder xml)
    {
        xml.Append($"<interface name=\"{Name}\">");
        foreach (MethodDescription method in Methods)
        {
            xml.Append($"<method name=\"{method.Name}\">");
            AppendArguments(xml, method.In, " direction=\"in\"");
            AppendArguments(xml, method.Out, " direction=\"out\"");
            xml.Append("</method>");
        }

        foreach (SignalDescription signal in Signals)
        {
            xml.Append($"<signal name=\"{signal.Name}\">");
            AppendArguments(xml, signal.Arguments, string.Empty);
            xml.Append("</signal>");
        }

        foreach (PropertyDescription property in Properties)
        {
            xml.Append($"<property name=\"{property.Name}\" type=\"{property.Type}\" access=\"{(property.CanWrite ? "readwrite" : "read")}\"/>");
        }

        xml.Append("</interface>");
    }

    private static void AppendArguments(StringBuilder xml, IEnumerable<ArgumentDescription> arguments, string direction)
    {
        foreach (ArgumentDescription argument in arguments)
        {
            xml.Append($"<arg name=\"{argument.Name}\" type=\"{argument.Type}\"{direction}/>");
        }
    }
}
