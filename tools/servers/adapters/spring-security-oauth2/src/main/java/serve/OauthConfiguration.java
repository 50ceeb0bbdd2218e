package serve;

import java.io.IOException;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityConfigurerAdapter;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.config.annotation.configurers.ClientDetailsServiceConfigurer;
import org.springframework.security.oauth2.config.annotation.web.configuration.AuthorizationServerConfigurerAdapter;
import org.springframework.security.oauth2.config.annotation.web.configuration.EnableAuthorizationServer;
import org.springframework.security.oauth2.config.annotation.web.configuration.EnableResourceServer;
import org.springframework.security.oauth2.config.annotation.web.configuration.ResourceServerConfigurerAdapter;
import org.springframework.security.oauth2.config.annotation.web.configurers.AuthorizationServerEndpointsConfigurer;
import org.springframework.security.oauth2.config.annotation.web.configurers.AuthorizationServerSecurityConfigurer;
import org.springframework.security.oauth2.config.annotation.web.configurers.ResourceServerSecurityConfigurer;
import org.springframework.security.oauth2.provider.approval.DefaultUserApprovalHandler;
import org.springframework.security.oauth2.provider.token.TokenStore;
import org.springframework.security.oauth2.provider.token.store.InMemoryTokenStore;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

@Configuration
class OauthConfiguration {
  private static final User USER = new User("admin", "unused", AuthorityUtils.createAuthorityList("ROLE_USER"));

  @Bean
  TokenStore tokenStore() {
    return new InMemoryTokenStore();
  }

  /** The default hashes secrets so slowly that a run would take hours. */
  @Bean
  @SuppressWarnings("deprecation")
  PasswordEncoder passwordEncoder() {
    return NoOpPasswordEncoder.getInstance();
  }

  @Bean
  UserDetailsService userDetailsService() {
    return name -> USER;
  }

  @Configuration
  @EnableAuthorizationServer
  static class Authorization extends AuthorizationServerConfigurerAdapter {
    private final Clients clients;
    private final TokenStore tokens;
    private final UserDetailsService users;

    Authorization(Clients clients, TokenStore tokens, UserDetailsService users) {
      this.clients = clients;
      this.tokens = tokens;
      this.users = users;
    }

    @Override
    public void configure(ClientDetailsServiceConfigurer configurer) throws Exception {
      configurer.withClientDetails(clients);
    }

    @Override
    public void configure(AuthorizationServerEndpointsConfigurer endpoints) {
      // Each refresh token is good once, as RFC 9700 wants it; the default gives the same one again.
      endpoints.tokenStore(tokens).userDetailsService(users).reuseRefreshTokens(false);
      // The one that remembers no decision: each request has its own consent.
      endpoints.userApprovalHandler(new DefaultUserApprovalHandler());
    }

    @Override
    public void configure(AuthorizationServerSecurityConfigurer security) {
      security.allowFormAuthenticationForClients();
    }
  }

  @Configuration
  @EnableResourceServer
  static class Resource extends ResourceServerConfigurerAdapter {
    @Override
    public void configure(ResourceServerSecurityConfigurer resources) {
      resources.resourceId(null);
    }

    @Override
    public void configure(HttpSecurity http) throws Exception {
      http.requestMatchers().antMatchers("/resource").and().authorizeRequests().anyRequest().authenticated();
    }
  }

  /** Logins are the gateway's: whoever comes to the authorization endpoint is logged in. */
  @Configuration
  static class Login extends WebSecurityConfigurerAdapter {
    @Override
    protected void configure(HttpSecurity http) throws Exception {
      http.csrf().disable().addFilterBefore(new LoggedIn(), BasicAuthenticationFilter.class);
    }
  }

  private static class LoggedIn extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      SecurityContextHolder.getContext()
          .setAuthentication(new UsernamePasswordAuthenticationToken(USER, "unused", USER.getAuthorities()));
      chain.doFilter(request, response);
    }
  }
}
