namespace WaGen.Generator.Model;

/// <summary>How the lists of an API are read page by page. The paths start at each answer.</summary>
/// <param name="Cursor">The path to what the next page is asked for with.</param>
/// <param name="More">The path to a member that only a page with another one behind it has; null when the cursor says it.</param>
/// <param name="Parameter">The query parameter that takes the cursor.</param>
/// <param name="Back">The query parameter that asks for the page before; null without one.</param>
internal sealed record PagingModel(string Cursor, string? More, string Parameter, string? Back);

/// <summary>The paging of one API.</summary>
/// <param name="ApiId">The <c>$id</c> of the API.</param>
/// <param name="Paging">How its lists are read.</param>
internal sealed record ApiPaging(string ApiId, PagingModel Paging);
