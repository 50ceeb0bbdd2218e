package serve;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.common.OAuth2AccessToken;
import org.springframework.security.oauth2.common.OAuth2RefreshToken;
import org.springframework.security.oauth2.provider.OAuth2Authentication;
import org.springframework.security.oauth2.provider.token.ConsumerTokenServices;
import org.springframework.security.oauth2.provider.token.TokenStore;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What the library leaves to its user: the page that asks for consent, revocation, and the gateway's own calls. */
@Controller
class Pages {
  private final Clients clients;
  private final TokenStore tokens;
  private final ConsumerTokenServices services;

  Pages(Clients clients, TokenStore tokens, ConsumerTokenServices services) {
    this.clients = clients;
    this.tokens = tokens;
    this.services = services;
  }

  /** The library forwards here to ask for consent. The form of a page would be posted like this. */
  @RequestMapping("/oauth/confirm_access")
  String confirm(HttpServletRequest request) {
    return "forward:/oauth/authorize?user_oauth_approval=" + "yes".equals(request.getParameter("confirm"));
  }

  /** The library revokes access tokens, each with its refresh token. It has no endpoint for that. */
  @PostMapping("/oauth/revoke")
  @ResponseBody
  void revoke(@RequestParam String token) {
    if (services.revokeToken(token)) return;
    OAuth2RefreshToken refresh = tokens.readRefreshToken(token);
    if (refresh == null) return;
    tokens.removeAccessTokenUsingRefreshToken(refresh);
    tokens.removeRefreshToken(refresh);
  }

  @GetMapping("/resource")
  @ResponseBody
  Map<String, Object> resource() {
    return Collections.singletonMap("id", 1);
  }

  @PutMapping("/admin/clients/{id}")
  @ResponseBody
  void put(@RequestBody Clients.Input given) {
    clients.put(given);
  }

  @DeleteMapping("/admin/clients/{id}")
  @ResponseBody
  void remove(@PathVariable String id) {
    clients.remove(id);
    for (OAuth2AccessToken token : tokens.findTokensByClientId(id)) services.revokeToken(token.getValue());
  }

  @PostMapping("/admin/lookup")
  ResponseEntity<Map<String, Object>> lookUp(@RequestBody Map<String, String> given) {
    OAuth2Authentication found = authenticationOf(given.get("token"));
    if (found == null) return ResponseEntity.notFound().build();
    Map<String, Object> answer = new HashMap<>();
    answer.put("client_id", found.getOAuth2Request().getClientId());
    answer.put("scope", String.join(" ", found.getOAuth2Request().getScope()));
    return ResponseEntity.ok(answer);
  }

  private OAuth2Authentication authenticationOf(String value) {
    OAuth2AccessToken access = tokens.readAccessToken(value);
    if (access != null) return tokens.readAuthentication(access);
    OAuth2RefreshToken refresh = tokens.readRefreshToken(value);
    return refresh == null ? null : tokens.readAuthenticationForRefreshToken(refresh);
  }
}
