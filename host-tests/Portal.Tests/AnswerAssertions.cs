namespace IqosDevice.Portal.Tests;

internal static class AnswerAssertions
{
    /// <summary>Nobody who compares the two learns anything.</summary>
    public static void ShouldBeLike(this PortalClient.Answer answer, PortalClient.Answer other)
    {
        answer.Status.ShouldBe(other.Status);
        answer.Body.ShouldBe(other.Body);
        answer.Headers.Keys.Order().ShouldBe(other.Headers.Keys.Order());
    }
}
