using Microsoft.AspNetCore.Identity;

namespace IqosDevice.Portal.Accounts;

/// <summary>Gives <see cref="PasswordRules"/> to Identity, so that no way around them is left.</summary>
public sealed class PolicyPasswordValidator : IPasswordValidator<Customer>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Customer> manager, Customer user, string? password)
    {
        IdentityError[] errors = [.. PasswordRules.Check(password, user.PersonalTexts)
            .Select(code => new IdentityError { Code = code, Description = code })];
        return Task.FromResult(errors.Length == 0 ? IdentityResult.Success : IdentityResult.Failed(errors));
    }
}
