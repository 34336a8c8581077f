package org.fieldwright.web.manual;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives the page of a manual its address: {@code /manuals/{id}/pages/{number}}. */
@WebFilter("/manuals/*")
public class PageAddresses extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Pattern PAGE = Pattern.compile("/manuals/([0-9a-fA-F-]{36})/pages/([0-9]{1,6})");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Matcher page = PAGE.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (page.matches()) {
            String view = "/page?manual=%s&number=%s".formatted(page.group(1), page.group(2));
            request.getRequestDispatcher(view).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
