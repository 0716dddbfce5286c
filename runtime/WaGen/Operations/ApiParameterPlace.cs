namespace WaGen;

/// <summary>Where a parameter is sent.</summary>
public enum ApiParameterPlace
{
    /// <summary>In the path.</summary>
    Path,

    /// <summary>In the query.</summary>
    Query,

    /// <summary>As a header.</summary>
    Header,

    /// <summary>As a part of a form.</summary>
    Form,

    /// <summary>As an argument of the member that <see cref="ApiOperation.Expansion"/> asks for.</summary>
    Expansion,
}
