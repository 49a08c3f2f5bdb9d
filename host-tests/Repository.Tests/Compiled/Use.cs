using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Compiled;

/// <summary>
/// One use of a type, a method or a field. <see cref="Where"/> names the member that uses it;
/// <see cref="Target"/> is a <see cref="TypeReference"/>, <see cref="MethodReference"/> or <see cref="FieldReference"/>.
/// </summary>
internal sealed record Use(string Where, MemberReference Target);
