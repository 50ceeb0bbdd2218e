package serve;

import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** spring-security-oauth2 as its documentation sets it up, with its own stores in memory. */
@SpringBootApplication
public class Main {
  public static void main(String[] arguments) {
    Properties properties = new Properties();
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", arguments[0]);
    // Each authorization has a session of its own, which nobody comes back to.
    properties.put("server.servlet.session.timeout", "60s");
    SpringApplication application = new SpringApplication(Main.class);
    application.setDefaultProperties(properties);
    application.run();
  }
}
