package org.fieldwright.sandbox.war;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fieldwright.sandbox.Sandbox;
import org.fieldwright.sandbox.SandboxSettings;
import org.fieldwright.sandbox.door.Answer;
import org.fieldwright.sandbox.door.Call;
import org.fieldwright.sandbox.store.Bytes;

/** Hands every request to the sandbox. Settings come from MicroProfile Config; the names are in the module's README. */
@WebServlet(urlPatterns = "/*", loadOnStartup = 1)
public class SandboxServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Resource(lookup = "java:app/jdbc/sandbox")
    private transient DataSource database;

    @Resource
    private transient ManagedScheduledExecutorService rounds;

    private transient Sandbox sandbox;

    @Override
    public void init() {
        Config config = ConfigProvider.getConfig();
        SandboxSettings settings = SandboxSettings.read(
                name -> config.getOptionalValue(name, String.class).orElse(null));
        sandbox = new Sandbox(database, settings, Clock.systemUTC());
        sandbox.begin(rounds);
    }

    @Override
    public void destroy() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer answer = sandbox.answer(call(request));
        hold(answer);
        if (answer.lost()) {
            // Promise a byte that never comes: the server breaks the connection, and the caller learns nothing.
            response.setContentLength(1);
            response.flushBuffer();
            return;
        }
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(answer.body().length());
        response.getOutputStream().write(answer.body().array());
    }

    private static Call call(HttpServletRequest request) throws IOException {
        Map<String, String> headers = new HashMap<>();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(name -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        return new Call(
                request.getMethod(),
                path,
                request.getQueryString(),
                headers,
                Bytes.of(request.getInputStream().readAllBytes()));
    }

    private static void hold(Answer answer) throws IOException {
        try {
            Thread.sleep(answer.after());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while an answer was held back", stopped);
        }
    }
}
