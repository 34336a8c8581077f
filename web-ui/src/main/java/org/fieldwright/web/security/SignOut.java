package org.fieldwright.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Ends the session and forgets the browser. Only by POST: no picture or link signs anybody out. */
@WebServlet(Doors.SIGN_OUT)
public class SignOut extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.logout();
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        response.sendRedirect(Doors.SIGN_IN);
    }
}
