namespace WaGen.Generator.Analyzers;

/// <summary>What a rule over several members of a payload asks.</summary>
internal enum PayloadRuleKind
{
    /// <summary>Exactly one of the members is set.</summary>
    ExactlyOne,

    /// <summary>One of the members is set, or more.</summary>
    AtLeastOne,

    /// <summary>None of the members is set, or one.</summary>
    AtMostOne,

    /// <summary>What a path leads to is there so often at most.</summary>
    Count,

    /// <summary>The texts that a path leads to differ.</summary>
    Unique,
}
