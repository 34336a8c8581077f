package org.fieldwright.web.job;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives a job its address: {@code /jobs/{number}}. */
@WebFilter("/jobs/*")
public class JobAddresses extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Pattern JOB = Pattern.compile("/jobs/([0-9A-Za-z-]{1,40})");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Matcher job = JOB.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (job.matches()) {
            request.getRequestDispatcher("/job?number=" + job.group(1)).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
