package serve;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.provider.ClientDetails;
import org.springframework.security.oauth2.provider.ClientDetailsService;
import org.springframework.security.oauth2.provider.NoSuchClientException;
import org.springframework.security.oauth2.provider.client.BaseClientDetails;
import org.springframework.stereotype.Component;

/** The library's own store of clients is filled once; the gateway's come and go. */
@Component("clients")
public class Clients implements ClientDetailsService {
  private final Map<String, ClientDetails> clients = Collections.synchronizedMap(new HashMap<>());

  @Override
  public ClientDetails loadClientByClientId(String id) {
    ClientDetails found = clients.get(id);
    if (found == null) throw new NoSuchClientException("No client with requested id: " + id);
    return found;
  }

  void put(Input given) {
    BaseClientDetails client = new BaseClientDetails();
    client.setClientId(given.id);
    client.setClientSecret(given.secret);
    client.setRegisteredRedirectUri(new LinkedHashSet<>(given.redirectUris));
    client.setScope(given.scopes);
    client.setAuthorizedGrantTypes(Arrays.asList("authorization_code", "refresh_token"));
    client.setAccessTokenValiditySeconds(given.tokenLifetime);
    clients.put(given.id, client);
  }

  void remove(String id) {
    clients.remove(id);
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  static class Input {
    @JsonProperty("client_id") public String id;
    @JsonProperty("client_secret") public String secret;
    @JsonProperty("redirect_uris") public List<String> redirectUris;
    @JsonProperty("default_scopes") public List<String> scopes;
    @JsonProperty("token_lifetime") public int tokenLifetime = 3600;
  }
}
