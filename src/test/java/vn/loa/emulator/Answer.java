package vn.loa.emulator;

/** What goes back on the wire. */
sealed interface Answer {
    /** A whole HTTP answer. */
    record Whole(int status, String contentType, String body) implements Answer {}

    /** The connection is closed without a word. */
    record Cut() implements Answer {}

    static Answer json(int status, String body) {
        return new Whole(status, "application/json", body);
    }

    static Answer html(int status, String body) {
        return new Whole(status, "text/html", body);
    }

    /** A gateway's error page, as nginx writes it. */
    static Answer page(int status) {
        String body = "<html>\r\n<head><title>" + status + " Bad Gateway</title></head>\r\n<body>\r\n<center><h1>"
                + status + " Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n";
        return new Whole(status, "text/html", body);
    }
}
