"""What htmx asks for: a part of a page, by the id of the element that it will fill."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

# A page and its parts share one address, so caches must tell them apart by these.
VARY = "HX-Request, HX-Target, HX-History-Restore-Request"


def wanted_part(request: Request) -> str | None:
    """The id of the element to fill, or None when the whole page is wanted."""
    # Going back past htmx's history also sets HX-Request, yet needs the whole page (htmx issue 3037).
    if "HX-Request" not in request.headers or "HX-History-Restore-Request" in request.headers:
        return None
    return request.headers.get("HX-Target")


def lead_to(request: Request, address: str, status_code: int) -> Response:
    """Send the browser to another page; htmx would follow a redirect inside the element that it fills."""
    if wanted_part(request):
        return Response(headers={"HX-Redirect": address, "Vary": VARY})
    return RedirectResponse(address, status_code, headers={"Vary": VARY, "Cache-Control": "no-cache"})
