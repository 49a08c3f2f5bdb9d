namespace IqosDevice.Portal.Accounts;

/// <summary>What a one-time code is good for; a code of one purpose opens nothing else.</summary>
public enum CodePurpose
{
    ConfirmEmail,
    ConfirmMobile,
    SignIn,
    ResetPassword,
    ChangeEmail,
}
