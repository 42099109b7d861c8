"""Who is at the desk: the log-in that desk and studio share.

A page or route of the staff is written so::

    from bot.web.login import csrf_field, current_agent, current_staff, needs

    @routes.get("/studio/")
    @needs("admin")                     # "agent": anybody of the staff; "admin": admins only
    def page() -> str:
        brand = current_staff().brand   # never a brand from the address: nothing crosses between brands
        return render_template("studio/flow.html", area="studio")

`needs` sends a browser that is not logged in to `/login` and back again, answers
other callers with 401 or 403, and checks every request but GET and HEAD for the
session's token (`X-CSRF-Token`, or the field that `{{ csrf_field() }}` puts into
a form) and for coming from a page of ours. In templates `signed_in()` is the
`Staff` of the request or None; scripts find the token in `<meta name="csrf-token">`.
"""

from bot.web.login.guard import csrf_field, current_agent, current_staff, needs, signed_in
from bot.web.login.routes import login_routes

__all__ = ["csrf_field", "current_agent", "current_staff", "login_routes", "needs", "signed_in"]
