namespace IqosDevice.Portal.Accounts;

/// <summary>What an account may do.</summary>
public enum Role
{
    Customer,

    /// <summary>Decides about proofs of purchase and hands out replacements.</summary>
    Clerk,
}
