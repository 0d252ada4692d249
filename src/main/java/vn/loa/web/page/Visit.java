package vn.loa.web.page;

import vn.loa.command.role.WebLogins;
import vn.loa.web.WebRequest;

/** Represents one request of an operator who is logged in. */
record Visit(WebRequest request, WebLogins.Session session, PageView view) {
    boolean posted() {
        return request.method().equals("POST");
    }
}
