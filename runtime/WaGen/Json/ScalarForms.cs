using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>In which JSON kinds a scalar member may be written. Plumbing of generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Flags]
public enum ScalarForms
{
    /// <summary>In none.</summary>
    None = 0,

    /// <summary>As itself: a number, or <c>true</c> and <c>false</c> for a boolean.</summary>
    Number = 1,

    /// <summary>As a string that holds the text of the value.</summary>
    String = 2,

    /// <summary>As itself or as a string.</summary>
    Any = Number | String,
}
